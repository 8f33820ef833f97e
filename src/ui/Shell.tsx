// The frame around all screens: navigation, notices above, the screen, what was done last. Screens load when first opened.
// Law: a screen that is not built is not in the navigation; a screen that breaks does not take the frame with it.
import { type ReactNode, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import type { Eid } from '../domain/order.ts';
import { parseLocalDate } from '../domain/time.ts';
import { ActionBar } from './base/action-bar.tsx';
import { baseTexts } from './base/base.texts.ts';
import { Icon } from './base/icons.tsx';
import { later } from './base/later.ts';
import { ScreenBoundary } from './base/ScreenBoundary.tsx';
import { useNow } from './base/shop-context.ts';
import { useTexts } from './base/texts.ts';
import { CheckBadge } from './check/CheckBadge.tsx';
import { Notices } from './Notices.tsx';
import { TodayScreen } from './today/TodayScreen.tsx';

const OrderScreen = later(async () => (await import('./order/OrderScreen.tsx')).OrderScreen);
const NewOrderScreen = later(async () => (await import('./new-order/NewOrderScreen.tsx')).NewOrderScreen);
const PasteScreen = later(async () => (await import('./new-order/PasteScreen.tsx')).PasteScreen);
const FindScreen = later(async () => (await import('./find/FindScreen.tsx')).FindScreen);
const CheckScreen = later(async () => (await import('./check/CheckScreen.tsx')).CheckScreen);
const SettingsScreen = later(async () => (await import('./settings/SettingsScreen.tsx')).SettingsScreen);
const PrintScreen = later(async () => (await import('./print/PrintScreen.tsx')).PrintScreen);

/** Eids hold slashes only in children; an order's own name never does. */
const asEid = (text: string) => decodeURIComponent(text) as Eid; // a name from the address; an unknown one is answered by the screen

function NavLink({
  href,
  isCurrent,
  children,
}: {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function Navigation() {
  const texts = useTexts(baseTexts);
  const [atRoot] = useRoute('/');
  const [atDay] = useRoute('/day/:date');
  const [atFind] = useRoute('/find');
  const [atCheck] = useRoute('/check');
  const [atSettings] = useRoute('/settings/*?');
  return (
    <nav className="app-nav" aria-label={texts.navigation}>
      <NavLink href="/" isCurrent={atRoot || atDay}>
        <Icon name="today" />
        {texts.today}
      </NavLink>
      <NavLink href="/find" isCurrent={atFind}>
        <Icon name="find" />
        {texts.find}
      </NavLink>
      <NavLink href="/check" isCurrent={atCheck}>
        <Icon name="check" />
        {texts.check}
        <CheckBadge />
      </NavLink>
      <NavLink href="/settings" isCurrent={atSettings}>
        <Icon name="settings" />
        {texts.settings}
      </NavLink>
    </nav>
  );
}

/** The app inside an open shop. */
export function Shell() {
  const texts = useTexts(baseTexts);
  const today = useNow().date;
  return (
    <ActionBar>
      <a className="skip" href="#main">
        {texts.skipToContent}
      </a>
      <div className="app">
        <main className="app-main" id="main" tabIndex={-1}>
          <Notices />
          <ScreenBoundary texts={texts}>
            <Suspense fallback={<p className="empty">{texts.reading}</p>}>
              <Switch>
                <Route path="/">
                  <TodayScreen day={today} />
                </Route>
                <Route path="/day/:date">
                  {({ date }) => {
                    const day = parseLocalDate(date);
                    return day === null ? <Redirect to="/" /> : <TodayScreen day={day} />;
                  }}
                </Route>
                <Route path="/order/:eid">{({ eid }) => <OrderScreen eid={asEid(eid)} />}</Route>
                <Route path="/order/:eid/edit">{({ eid }) => <NewOrderScreen key={eid} editing={asEid(eid)} />}</Route>
                <Route path="/new">
                  <NewOrderScreen editing={null} />
                </Route>
                <Route path="/paste">
                  <PasteScreen />
                </Route>
                <Route path="/find">
                  <FindScreen />
                </Route>
                <Route path="/check">
                  <CheckScreen />
                </Route>
                <Route path="/settings/*?">
                  <SettingsScreen />
                </Route>
                <Route path="/print/:from/:to?">
                  {({ from, to }) => {
                    const first = parseLocalDate(from);
                    const last = to === undefined ? first : parseLocalDate(to);
                    return first === null || last === null ? (
                      <Redirect to="/" />
                    ) : (
                      <PrintScreen from={first} to={last} />
                    );
                  }}
                </Route>
                <Route>
                  <Redirect to="/" />
                </Route>
              </Switch>
            </Suspense>
          </ScreenBoundary>
        </main>
        <Navigation />
      </div>
    </ActionBar>
  );
}
