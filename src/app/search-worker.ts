// The search worker: holds the index of one book, answers questions from it, and keeps it current beside the page.
// Law: questions are answered from what is there, whatever else is going on; nothing leaves the tablet.
import { readQuestion } from '../domain/search-text.ts';
import { localDate } from '../domain/time.ts';
import { openBrowserStorage } from '../store/browser-storage.ts';
import { StorageFailure } from '../store/storage.ts';
import { deleteIndexDatabase, openIndexDatabase } from './search-index-database.ts';
import { openSearchKeeper, type SearchKeeper } from './search-keeper.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';

/** What a worker has of the page; the DOM's own `self` is a window's. */
interface PageDoor {
  postMessage(message: FromSearchWorker): void;
  onmessage: ((event: MessageEvent<ToSearchWorker>) => void) | null;
}
const page = self as unknown as PageDoor; // this file only ever runs as a worker

/** The vector follows edits after this pause, so that a busy hour does not read it at every tap. */
const CATCH_UP_AFTER_MS = 3_000;

let keeper: SearchKeeper | null = null;
let opening: Promise<void> | null = null;
/** Asked before the index was open; only the newest counts. */
let unanswered: Extract<ToSearchWorker, { kind: 'find' }> | null = null;
let catchingUp: ReturnType<typeof setTimeout> | undefined;

function fail(cause: unknown): void {
  console.error('search has stopped', cause);
  page.postMessage({ kind: 'state', state: { phase: 'failed', indexed: 0, remaining: 0, revision: 0 } });
}

/** The one tab that writes: the first to hold the lock, until it goes. */
async function holdWriting(name: string): Promise<boolean> {
  const forEver = () => new Promise<never>(() => undefined);
  const isFirst = await new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : forEver();
      })
      .catch(reject);
  });
  if (!isFirst) {
    void navigator.locks
      .request(name, async () => {
        await opening;
        await keeper?.becomeWriter();
        return await forEver();
      })
      .catch(fail);
  }
  return isFirst;
}

async function open({ shopDatabase, indexDatabase }: Extract<ToSearchWorker, { kind: 'open' }>): Promise<void> {
  const isWriter = await holdWriting(indexDatabase);
  const storage = await openBrowserStorage({
    name: shopDatabase,
    // The page has opened it before it asked anything here.
    layOut: () => Promise.reject(new StorageFailure('lost', null)),
  });
  const openKeeper = async () => {
    const database = await openIndexDatabase(indexDatabase);
    storage.onSuperseded(() => database.close());
    return await openSearchKeeper({
      storage,
      database,
      isWriter,
      onState: (state) => page.postMessage({ kind: 'state', state }),
      onFailed: fail,
    });
  };
  try {
    keeper = await openKeeper();
  } catch (cause) {
    // What is written down may be thrown away at any time: unreadable, it must not end the search for ever.
    console.warn('the written search index is made anew', cause);
    await deleteIndexDatabase(indexDatabase);
    keeper = await openKeeper();
  }
  if (unanswered !== null) answer(keeper, unanswered);
  setTimeout(warmUp);
}

const WARM_UP_MS = 20;
const WARM_UP_DAY = localDate('2000-01-01');
/** A word, initials and digits take different ways through the scan. */
const WARM_UP_QUESTIONS = ['가나', 'ㄱㄴ', '0000'].map(readQuestion);

/** Lets the browser compile the scan before the first key is pressed: compiled it is several times as quick. */
function warmUp(): void {
  const until = performance.now() + WARM_UP_MS;
  while (performance.now() < until)
    for (const question of WARM_UP_QUESTIONS) {
      keeper?.index().findFirst(question, WARM_UP_DAY, 1, 1);
      keeper?.index().find(question, WARM_UP_DAY, 1);
    }
}

function answer(from: SearchKeeper, asked: Extract<ToSearchWorker, { kind: 'find' }>): void {
  const { question, today, limit, first, turn } = asked;
  const index = from.index();
  const tokens = readQuestion(question);
  const hits = first > 0 ? index.findFirst(tokens, today, first, limit) : null;
  if (hits !== null) page.postMessage({ kind: 'found', turn, hits, total: null });
  page.postMessage({ kind: 'found', turn, ...index.find(tokens, today, limit) });
}

page.onmessage = ({ data }) => {
  switch (data.kind) {
    case 'open':
      opening = open(data);
      opening.catch(fail);
      break;
    case 'changed':
      void opening
        ?.then(() => keeper?.changed(data.roots))
        .then(() => {
          page.postMessage({ kind: 'followed' });
          clearTimeout(catchingUp);
          catchingUp = setTimeout(() => void keeper?.catchUp().catch(fail), CATCH_UP_AFTER_MS);
        })
        .catch(fail);
      break;
    case 'find':
      if (keeper === null) unanswered = data;
      else answer(keeper, data);
      break;
  }
};
