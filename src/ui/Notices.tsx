// What stands above every screen: where the orders are and how old the backup is, and at most one thing that asks for a tap.
// Law: one request at a time, the weightiest; each says what to do and is gone when it is done; nothing covers the screen or is printed.
import { Suspense, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { backupAgeTexts } from './backup-age.texts.ts';
import { backupAge } from './backup-age.ts';
import { baseTexts } from './base/base.texts.ts';
import { useNow, useWorld } from './base/shop-context.ts';
import { useTexts } from './base/texts.ts';
import { noticeTexts } from './notices.texts.ts';
import { backupAsked, type OnlyHere, POSTPONED_KEY, useOnlyHere } from './only-here.ts';
import { UpdateNotice } from './update/UpdateNotice.tsx';
import './notices.css';
import { later } from './base/later.ts';

const StaffChip = later(async () => (await import('./lock/StaffChip.tsx')).StaffChip);

export function Notices() {
  const { services, isDemo, env } = useWorld();
  const { date } = useNow();
  const onlyHere = useOnlyHere(!isDemo);
  const update = useSyncExternalStore(services.update.subscribe, services.update.state);
  const hasUpdate = update.kind === 'ready' || update.kind === 'outdated' || update.kind === 'applying';
  const asked = onlyHere === null ? null : backupAsked(onlyHere, env.now(), date);
  // A book that the browser may throw away outweighs a new version, which outweighs the weekly reminder.
  const shown = asked === 'daily' ? 'backup' : hasUpdate ? 'update' : asked === 'weekly' ? 'backup' : null;
  return (
    <div className="notices no-print">
      {shown === 'update' ? <UpdateNotice update={services.update} /> : null}
      {isDemo ? (
        <DemoNotice />
      ) : shown === 'backup' && onlyHere !== null ? (
        <BackupNotice onlyHere={onlyHere} />
      ) : (
        <StateLine onlyHere={onlyHere} />
      )}
    </div>
  );
}

function DemoNotice() {
  const texts = useTexts(noticeTexts);
  const { services } = useWorld();
  const [isLeaving, setIsLeaving] = useState(false);
  return (
    <div className="banner notice-demo">
      <span>
        <b>{texts.demo}</b>
        <span className="notice-why">{texts.demoWhy}</span>
      </span>
      <Tools />
      <button
        type="button"
        className="small"
        disabled={isLeaving}
        onClick={() => {
          setIsLeaving(true);
          void services.leaveDemo();
        }}
      >
        {isLeaving ? texts.demoLeaving : texts.demoLeave}
      </button>
    </div>
  );
}

function useLastWords(last: OnlyHere['last']): string {
  const texts = useTexts(noticeTexts);
  const ages = useTexts(backupAgeTexts);
  const { env } = useWorld();
  return last === null ? texts.noBackup : texts.lastBackup(backupAge(last.at, env.now(), ages));
}

function BackupNotice({ onlyHere }: { readonly onlyHere: OnlyHere }) {
  const texts = useTexts(noticeTexts);
  const { store } = useWorld();
  const today = useNow().date;
  const lastWords = useLastWords(onlyHere.last);
  const title = onlyHere.last === null ? texts.dueFirst : onlyHere.isPersisted ? texts.dueWeekly : texts.dueDaily;
  return (
    <div className="banner">
      <span role="status">
        <b>{title}</b>
        {texts.dueWhy(texts.changes(onlyHere.changes))} {onlyHere.last === null ? '' : lastWords}{' '}
        {onlyHere.isPersisted ? '' : texts.dueRefused}
      </span>
      <Link href="/settings/backup?start" className="button">
        {texts.backUp}
      </Link>
      <button type="button" className="quiet" onClick={() => void store.device.put(POSTPONED_KEY, today)}>
        {texts.tomorrow}
      </button>
      <Tools />
    </div>
  );
}

/** Its words before anything was read are true already: there is no hub, so everything is only here. */
function StateLine({ onlyHere }: { readonly onlyHere: OnlyHere | null }) {
  const texts = useTexts(noticeTexts);
  const base = useTexts(baseTexts);
  const lastWords = useLastWords(onlyHere?.last ?? null);
  const parts =
    onlyHere === null ? [] : [onlyHere.changes === 0 ? texts.allInBackup : texts.changes(onlyHere.changes), lastWords];
  return (
    <div className="state-line">
      <Link href="/settings/backup" className="state-words">
        <b>{base.onlyHere}</b>
        {parts.map((part) => (
          <span key={part}>
            <i aria-hidden="true">· </i>
            {part}
          </span>
        ))}
      </Link>
      <Tools />
    </div>
  );
}

/** Who is working and the lock, one tap each; only in shops that use them. */
function Tools() {
  const texts = useTexts(noticeTexts);
  const { services, shop, isConfirmed } = useWorld();
  const lock = useSyncExternalStore(services.lock.subscribe, services.lock.state);
  return (
    <>
      {isConfirmed && shop.staff.some((member) => member.active) ? (
        <Suspense fallback={null}>
          <StaffChip label={texts.whoWorks} nobody={texts.nobody} />
        </Suspense>
      ) : null}
      {lock.hasPin ? (
        <button type="button" className="quiet small" onClick={services.lock.lock}>
          {texts.lock}
        </button>
      ) : null}
    </>
  );
}
