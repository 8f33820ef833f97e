// From an empty page to an open shop: today's list at once from the last session, then the database, first run, or the
// sentence that says what to do. Law: nothing can be acted on before the database has answered.
import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Env } from '../domain/environment.ts';
import type { Language } from '../domain/order.ts';
import { localMoment } from '../domain/time.ts';
import { type PhotoUrls, photoUrls } from '../store/photo-urls.ts';
import type { StorageProblem } from '../store/storage.ts';
import { baseTexts } from '../ui/base/base.texts.ts';
import { ScreenBoundary } from '../ui/base/ScreenBoundary.tsx';
import { NowContext, ShopContext, type ShopNow, type ShopWorld } from '../ui/base/shop-context.ts';
import { LanguageContext } from '../ui/base/texts.ts';
import { LockLater } from '../ui/lock/LockLater.tsx';
import { Shell } from '../ui/Shell.tsx';
import { asLanguage, browserLanguage } from './chosen-language.ts';
import { clearDaySnapshot, type StoredDay, timeWithin, writeDaySnapshot } from './day-snapshot.ts';
import { FirstRunLater } from './FirstRunLater.tsx';
import type { OpenBook } from './open-book.ts';
import type { PageServices } from './services.ts';
import { waitingWorld } from './waiting-world.ts';
import type { Book } from './which-book.ts';

export interface AppProps {
  readonly env: Env;
  readonly book: Book;
  /** The list of the last session, if one was kept; no list is kept while a PIN is set. */
  readonly lastDay: StoredDay | null;
  /** The code that opens the book, on its way. */
  readonly bookCode: Promise<typeof import('./open-book.ts')>;
  readonly page: PageServices;
}

type State =
  | { readonly phase: 'opening' }
  /** `code`: what opens the book could not be loaded. */
  | { readonly phase: 'failed'; readonly problem: StorageProblem | 'code' }
  | ({
      readonly phase: 'open';
      readonly urls: PhotoUrls;
      /** First run is on the screen, until it says that it is over: it may have something to say after its commit. */
      readonly isFirstRun: boolean;
    } & OpenBook);

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const KEEP_AFTER_MS = 500;
const DRAW_AFTER_MS = 3_000;
/** After the first paint is made. */
const FIRST_TICK_MS = 1_000;

/** `first` is what the clock shows at the start, where it is known without asking the zone's rules. */
function useShopNow(env: Env, zone: string, first: ShopNow | null): ShopNow {
  const read = () => {
    const instant = env.now();
    return { ...localMoment(instant, zone), instant };
  };
  const [now, setNow] = useState<ShopNow>(() => first ?? read());
  const zoneShown = useRef(first === null ? null : zone);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made of these two
  useEffect(() => {
    const tick = () => {
      const next = read();
      setNow((last) => (last.date === next.date && last.time === next.time ? last : next));
    };
    let firstTick: ReturnType<typeof setTimeout> | undefined;
    if (zoneShown.current === zone) firstTick = setTimeout(tick, FIRST_TICK_MS);
    else tick();
    zoneShown.current = null;
    // Short, because a tablet that slept or whose clock was set must show the right day soon.
    const timer = setInterval(tick, 5_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(firstTick);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [env, zone]);
  return now;
}

interface DayKeeping {
  readonly env: Env;
  readonly book: Book;
  readonly page: PageServices;
  readonly language: Language;
  readonly today: ShopNow['date'];
}

/** Keeps today's list for the next start, a moment after it changed, and its picture when the shop has been quiet. */
function useDaySnapshot(state: State, { env, book, page, language, today }: DayKeeping): void {
  const { lock } = page;
  const open = state.phase === 'open' ? state : null;
  const { hasPin } = useSyncExternalStore(lock.subscribe, lock.state);
  useEffect(() => {
    if (open === null || !open.shop.isSetUp || hasPin) return;
    const { store, shop } = open;
    const query = store.queries.day(today);
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Drawing takes some frames: it waits until nobody has changed anything for a while. */
    let pictureTimer: ReturnType<typeof setTimeout> | undefined;
    const warn = (error: unknown) => console.warn('the list was not kept for the next start', error);
    const write = async (withPicture: boolean) => {
      try {
        const draw = withPicture ? (await import('./first-picture.tsx')).drawFirstPicture : null;
        if (!alive) return;
        await writeDaySnapshot(book, lock.isSetOnDisk, async () => {
          const snapshot = { day: today, language, shop, rows: await query.run() };
          const instant = env.now();
          const now = { ...localMoment(instant, shop.zone), instant };
          return {
            ...snapshot,
            picture: now.date === today ? (draw?.(now, { snapshot, env, book, page }) ?? null) : null,
          };
        });
      } catch (error) {
        warn(error);
      }
    };
    const keep = () => {
      clearTimeout(timer);
      clearTimeout(pictureTimer);
      timer = setTimeout(() => void write(false), KEEP_AFTER_MS);
      pictureTimer = setTimeout(() => void write(true), DRAW_AFTER_MS);
    };
    let alive = true;
    keep();
    const stop = store.subscribe((notice) => {
      // What is erased leaves it at once, whatever becomes of this page in the next half second.
      if (notice.erases) void clearDaySnapshot(book).catch(warn);
      if (notice.erases || query.isTouchedBy(notice)) keep();
    });
    return () => {
      alive = false;
      clearTimeout(timer);
      clearTimeout(pictureTimer);
      stop();
    };
  }, [env, book, page, open, language, today, lock, hasPin]);
}

/** The list of the last session if it is today's and may be shown; read once, before the first paint. */
function snapshotForToday(
  snapshot: StoredDay | null,
  env: Env,
): { readonly snapshot: StoredDay; readonly now: ShopNow } | null {
  if (snapshot === null) return null;
  const instant = env.now();
  const time = timeWithin(snapshot, instant);
  if (time === null) return null;
  const moment = time === undefined ? localMoment(instant, snapshot.shop.zone) : { date: snapshot.day, time };
  return moment.date === snapshot.day ? { snapshot, now: { ...moment, instant } } : null;
}

export function App({ env, book, lastDay, bookCode, page }: AppProps) {
  const [state, setState] = useState<State>({ phase: 'opening' });
  const { isLocked } = useSyncExternalStore(page.lock.subscribe, page.lock.state);
  const [atStart] = useState(() => (isLocked ? null : snapshotForToday(lastDay, env)));
  const snapshot = atStart?.snapshot ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's services never change
  useEffect(() => {
    let alive = true;
    let opened: State | null = null;
    const open = async (): Promise<State> => {
      const code = await bookCode.catch((error: unknown) => {
        console.error('the code that opens the book could not be loaded', error);
        return null;
      });
      if (code === null) return { phase: 'failed', problem: 'code' };
      const answer = await code.openBook({ env, book, page, language: browserLanguage() });
      return answer.ok
        ? { phase: 'open', urls: photoUrls(answer.photos), isFirstRun: !answer.shop.isSetUp, ...answer }
        : { phase: 'failed', problem: answer.problem };
    };
    void open()
      .catch((error: unknown): State => {
        console.error('the book could not be opened', error);
        return { phase: 'failed', problem: 'failed' };
      })
      .then((next) => {
        opened = next;
        if (alive) setState(next);
        else if (next.phase === 'open') next.store.close();
      });
    return () => {
      alive = false;
      if (opened?.phase === 'open') opened.store.close();
    };
  }, [book, env]);

  const store = state.phase === 'open' ? state.store : null;
  const known = state.phase === 'open' ? state.known : null;
  useEffect(() => {
    if (store === null) return;
    store.onSuperseded(() => setState({ phase: 'failed', problem: 'closed' }));
    return store.subscribe((notice) => {
      // A screen that is opened later must not begin with the list of the start.
      if (notice.isAll || notice.roots.length > 0) known?.clear();
      const query = store.queries.shop();
      if (query.isTouchedBy(notice)) {
        void query.run().then((shop) => setState((last) => (last.phase === 'open' ? { ...last, shop } : last)));
      }
      if (notice.device.includes('lock')) void page.lock.refresh();
      if (notice.device.includes('language')) {
        void store.device
          .get('language')
          .then((row) =>
            setState((last) => (last.phase === 'open' ? { ...last, language: row?.value ?? null } : last)),
          );
      }
    });
  }, [store, known, page]);

  const shop = state.phase === 'open' ? state.shop : (snapshot?.shop ?? null);
  const now = useShopNow(env, shop?.zone ?? deviceZone(), atStart?.now ?? null);
  const shopLanguage = shop?.isSetUp === true ? shop.language : browserLanguage();
  const language =
    state.phase === 'open' ? (asLanguage(state.language) ?? shopLanguage) : (snapshot?.language ?? shopLanguage);
  useDaySnapshot(state, { env, book, page, language, today: now.date });
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = baseTexts[language].appName;
  }, [language]);

  const world = useMemo((): ShopWorld | null => {
    const isDemo = book === 'demo';
    if (state.phase === 'open') {
      const { store, photos, urls, services, shop, known } = state;
      return { store, photos, photoUrls: urls, env, shop, services, isDemo, isConfirmed: true, known };
    }
    return state.phase === 'opening' && snapshot !== null ? waitingWorld({ snapshot, env, book, page }) : null;
  }, [state, snapshot, book, env, page]);

  const inLanguage = (screen: ReactNode) => (
    <LanguageContext value={language}>
      <NowContext value={now}>
        <ScreenBoundary texts={baseTexts[language]}>{screen}</ScreenBoundary>
      </NowContext>
    </LanguageContext>
  );
  if (state.phase === 'failed') return <Failed problem={state.problem} language={language} />;
  if (isLocked) return inLanguage(<LockLater lock={page.lock} now={env.now} />);
  if (state.phase === 'open' && state.isFirstRun) {
    const { store, photos, services } = state;
    const onDone = async () => {
      const shop = await store.queries.shop().run();
      setState((last) => (last.phase === 'open' ? { ...last, shop, isFirstRun: !shop.isSetUp } : last));
    };
    return inLanguage(
      <FirstRunLater door={{ store, photos, services, env, zone: deviceZone(), onDone: () => void onDone() }} />,
    );
  }
  if (world === null) return <p className="empty">{baseTexts[language].reading}</p>;
  return inLanguage(
    <ShopContext value={world}>
      <Shell />
    </ShopContext>,
  );
}

function Failed({ problem, language }: { readonly problem: StorageProblem | 'code'; readonly language: Language }) {
  const texts = baseTexts[language];
  const sentence = {
    'disk-full': texts.saveFailedDiskFull,
    lost: texts.saveFailedLost,
    closed: texts.saveFailedClosed,
    blocked: texts.saveFailedBlocked,
    failed: texts.screenFailedWhatToDo,
    code: texts.codeMissingWhatToDo,
  }[problem];
  return (
    <main>
      <div className="empty" role="alert">
        <h1>{problem === 'code' ? texts.codeMissing : texts.screenFailed}</h1>
        <p>{sentence}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          {texts.tryAgain}
        </button>
      </div>
    </main>
  );
}
