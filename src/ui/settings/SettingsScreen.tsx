// The settings: a list of sections beside the open one on a tablet, one after the other on a phone.
// Law: every section has an address of its own, so that back, reload and links lead to it.
import { type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link, useRoute } from 'wouter';
import { baseTexts } from '../base/base.texts.ts';
import { later } from '../base/later.ts';
import { useTexts } from '../base/texts.ts';
import { AboutSection } from './AboutSection.tsx';
import { conflictTexts } from './conflict.texts.ts';
import { DataSection } from './DataSection.tsx';
import { DemoSection } from './DemoSection.tsx';
import { LeftBehind } from './LeftBehind.tsx';
import { MenuSection } from './MenuSection.tsx';
import { ShopSection } from './ShopSection.tsx';
import { SlotsSection } from './SlotsSection.tsx';
import { StaffSection } from './StaffSection.tsx';
import { sectionOf } from './setting-words.ts';
import { settingsTexts } from './settings.texts.ts';
import { SettingsBookProvider, useSettingsBook } from './settings-book.tsx';
import { shopDisputes } from './shop-disputes.ts';
import { TabletSection } from './TabletSection.tsx';
import './settings.css';
import './conflict.css';

const BackupSection = later(async () => (await import('./BackupSection.tsx')).BackupSection);
const TextsSection = later(async () => (await import('./TextsSection.tsx')).TextsSection);

const SECTIONS = ['shop', 'menu', 'slots', 'texts', 'staff', 'tablet', 'backup', 'data', 'demo', 'about'] as const;
type Section = (typeof SECTIONS)[number];

const SCREENS: Readonly<Record<Section, () => ReactNode>> = {
  shop: () => <ShopSection />,
  menu: () => <MenuSection />,
  slots: () => <SlotsSection />,
  texts: () => <TextsSection />,
  staff: () => <StaffSection />,
  tablet: () => <TabletSection />,
  backup: () => <BackupSection />,
  data: () => <DataSection />,
  demo: () => <DemoSection />,
  about: () => <AboutSection />,
};

export function SettingsScreen() {
  return (
    <SettingsBookProvider>
      <Sections />
    </SettingsBookProvider>
  );
}

function Sections() {
  const conflicts = useTexts(conflictTexts);
  const { document: book } = useSettingsBook();
  const disputed = shopDisputes(book).map((one) =>
    one.type === 'field' ? sectionOf(one.conflict) : one.list === 'staff' ? 'staff' : 'menu',
  );
  const disputesIn = (section: Section) => disputed.filter((one) => one === section).length;
  const base = useTexts(baseTexts);
  const texts = useTexts(settingsTexts);
  const [, params] = useRoute('/settings/*?');
  const asked = params?.['*'] ?? '';
  const section = SECTIONS.find((one) => one === asked) ?? null;
  const shown = section ?? 'shop';
  // One first heading: the list's while nothing was chosen, then the section's.
  const Title = section === null ? 'h2' : 'h1';
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    body.current?.scrollTo(0, 0);
    if (!isFirst.current && section !== null) heading.current?.focus();
    isFirst.current = false;
  }, [section]);
  return (
    <div className={section === null ? 'settings settings-at-list' : 'settings'}>
      <div className="settings-list">
        <div className="screen-head">
          {section === null ? <h1>{base.settings}</h1> : <p className="settings-title">{base.settings}</p>}
        </div>
        <nav aria-label={texts.sections}>
          <ul>
            {SECTIONS.map((one) => (
              <li key={one}>
                <Link
                  href={`/settings/${one}`}
                  className="settings-link"
                  aria-current={one === shown ? 'page' : undefined}
                >
                  <b>{texts[`section.${one}`]}</b>
                  <span>{texts[`hint.${one}`]}</span>
                  {disputesIn(one) === 0 ? null : (
                    <em className="settings-disputed">⇄ {conflicts.sectionCount(disputesIn(one))}</em>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <section className="settings-pane" aria-labelledby="settings-title">
        <div className="screen-head">
          <Link href="/settings" className="button quiet sq settings-back" aria-label={base.back}>
            ‹
          </Link>
          <Title id="settings-title" ref={heading} tabIndex={-1}>
            {texts[`section.${shown}`]}
          </Title>
        </div>
        <div className="screen-body settings-body" ref={body}>
          <Suspense fallback={<p className="empty">{base.reading}</p>}>
            <div className="settings-section" key={shown}>
              {shown === 'menu' || shown === 'staff' ? <LeftBehind /> : null}
              {SCREENS[shown]()}
            </div>
          </Suspense>
        </div>
      </section>
    </div>
  );
}
