// From an empty page to an open shop: opens the database, shows first run, the shop, or the sentence that says what to do.
// Law: nothing that can be acted on is shown before the database has answered.
import { useEffect, useState } from 'react';
import type { Env } from '../domain/environment.ts';
import type { Language } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import { localMoment } from '../domain/time.ts';
import { openDexieStorage } from '../store/dexie-storage.ts';
import { openPhotoStore, type PhotoStore } from '../store/photo-store.ts';
import { openShopStore, type ShopStore } from '../store/shop-store.ts';
import { StorageFailure, type StorageProblem } from '../store/storage.ts';
import { baseTexts } from '../ui/base/base.texts.ts';
import type { AppServices } from '../ui/base/services.ts';
import { NowContext, ShopContext, type ShopNow } from '../ui/base/shop-context.ts';
import { LanguageContext } from '../ui/base/texts.ts';
import { FirstRunScreen } from '../ui/first-run/FirstRunScreen.tsx';
import { Shell } from '../ui/Shell.tsx';
import { broadcastNotices } from './broadcast-notices.ts';
import { createServices } from './services.ts';
import { BOOK_DATABASES, type Book } from './which-book.ts';

type State =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly problem: StorageProblem }
  | {
      readonly phase: 'open';
      readonly store: ShopStore;
      readonly photos: PhotoStore;
      readonly services: AppServices;
      readonly shop: Shop;
    };

export interface AppProps {
  readonly env: Env;
  readonly book: Book;
}

async function openBook(book: Book, env: Env): Promise<State> {
  const names = BOOK_DATABASES[book];
  try {
    const storage = await openDexieStorage({ name: names.shop });
    const store = openShopStore({ storage, env, channel: broadcastNotices(names.shop) });
    const photos = openPhotoStore(names.photos);
    const services = createServices({ store, book, env });
    const actor = await store.device.get('actor');
    if (typeof actor?.value === 'string') store.setActor(actor.value);
    return { phase: 'open', store, photos, services, shop: await store.queries.shop().run() };
  } catch (error) {
    return { phase: 'failed', problem: error instanceof StorageFailure ? error.problem : 'failed' };
  }
}

/** The language of this tablet: chosen in settings, else the shop's, else the browser's. */
function languageOf(shop: Shop | null, chosen: Language | null): Language {
  if (chosen !== null) return chosen;
  if (shop?.isSetUp === true) return shop.language;
  const wanted = navigator.language.slice(0, 2);
  return wanted === 'en' || wanted === 'ja' ? wanted : 'ko';
}

function useShopNow(env: Env, zone: string): ShopNow {
  const [now, setNow] = useState<ShopNow>(() => ({ ...localMoment(env.now(), zone), instant: env.now() }));
  useEffect(() => {
    const tick = () => {
      const instant = env.now();
      const moment = localMoment(instant, zone);
      setNow((last) => (last.date === moment.date && last.time === moment.time ? last : { ...moment, instant }));
    };
    tick();
    const timer = setInterval(tick, 5_000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [env, zone]);
  return now;
}

export function App({ env, book }: AppProps) {
  const [state, setState] = useState<State>({ phase: 'opening' });
  const [chosen, setChosen] = useState<Language | null>(null);
  useEffect(() => {
    let alive = true;
    let opened: State | null = null;
    void openBook(book, env).then((next) => {
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
  useEffect(() => {
    if (store === null) return;
    const readLanguage = () =>
      void store.device
        .get('language')
        .then((row) => setChosen(row?.value === 'ko' || row?.value === 'en' || row?.value === 'ja' ? row.value : null));
    readLanguage();
    store.onSuperseded(() => setState({ phase: 'failed', problem: 'closed' }));
    return store.subscribe((notice) => {
      if (notice.device.includes('language')) readLanguage();
      const query = store.queries.shop();
      if (query.isTouchedBy(notice))
        void query.run().then((shop) => setState((last) => (last.phase === 'open' ? { ...last, shop } : last)));
    });
  }, [store]);
  const shop = state.phase === 'open' ? state.shop : null;
  const now = useShopNow(env, shop?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const language = languageOf(shop, chosen);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = baseTexts[language].appName;
  }, [language]);
  const texts = baseTexts[language];

  if (state.phase === 'opening') return <p className="empty">{texts.reading}</p>;
  if (state.phase === 'failed') return <Failed problem={state.problem} language={language} />;
  const inLanguage = (screen: React.ReactNode) => (
    <LanguageContext value={language}>
      <NowContext value={now}>{screen}</NowContext>
    </LanguageContext>
  );
  if (!state.shop.isSetUp) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const door = {
      store: state.store,
      photos: state.photos,
      services: state.services,
      env,
      zone,
      onDone: () => undefined,
    };
    return inLanguage(<FirstRunScreen door={door} />);
  }
  const world = {
    store: state.store,
    photos: state.photos,
    env,
    shop: state.shop,
    services: state.services,
    isDemo: book === 'demo',
  };
  return inLanguage(
    <ShopContext value={world}>
      <Shell />
    </ShopContext>,
  );
}

function Failed({ problem, language }: { readonly problem: StorageProblem; readonly language: Language }) {
  const texts = baseTexts[language];
  const sentence = {
    'disk-full': texts.saveFailedDiskFull,
    lost: texts.saveFailedLost,
    closed: texts.saveFailedClosed,
    blocked: texts.saveFailedBlocked,
    failed: texts.screenFailedWhatToDo,
  }[problem];
  return (
    <div className="empty" role="alert">
      <h1>{texts.screenFailed}</h1>
      <p>{sentence}</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
