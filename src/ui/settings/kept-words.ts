// Words typed into a setting and not yet in the book: marked in this tab at once, then kept with the book's drafts.
// Law: from the first key to the commit they stand in one of the two; the commit itself takes the draft away.
//
//   key --> mark (this tab, synchronous) --> draft (durable, the newest words only) --> commit, which discards the draft
//   A reload finds the mark. A new start finds the draft, unless the tab that typed it still lives.
import type { Seen } from '../../store/entity-values.ts';
import type { Draft, LocalDoor } from '../../store/shop-store.ts';

/** What stood behind an entity's fields when the typing began, as plain JSON; null when the field has no entity yet. */
export type SeenFields = readonly (readonly [
  field: string,
  dots: readonly (readonly [session: string, n: number])[],
])[];

export interface KeptWords {
  readonly text: string;
  readonly seen: SeenFields | null;
}

export interface WordsKeeper {
  /** Keeps the newest words of a field. */
  keep(key: string, words: KeptWords): void;
  /** Runs the commit that discards the field's draft, with no write of the draft beside it; answers whether it stood. */
  save(key: string, commit: () => Promise<boolean>): Promise<boolean>;
  /** The words are in the book, or thrown away. */
  forget(key: string): void;
  /** What this tab had before it was loaded again. */
  marked(key: string): KeptWords | null;
  /** What a tab left that lives no more. */
  left(key: string): Promise<KeptWords | null>;
  /** When nothing is being written any more. */
  idle(): Promise<void>;
}

export interface WordsKeeperOptions {
  readonly drafts: Pick<LocalDoor<Draft>, 'get' | 'put' | 'remove'>;
  /** Survives a reload of this tab; null where the browser gives none. */
  readonly marks: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Which book: marks of the demo shop are not those of the own. */
  readonly book: string;
  readonly session: string;
  /** Whether the tab with this session still lives. */
  readonly isAlive: (session: string) => Promise<boolean>;
}

const PREFIX = 'setting ';

/** The draft's key of one field of one entity. */
export function wordsKey(eid: string, field: string): string {
  return `${PREFIX}${eid} ${field}`;
}

/** The entity and field of a draft's key; null when it is another form's. */
export function keyToField(key: string): { readonly eid: string; readonly field: string } | null {
  const [eid, field, ...rest] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(' ') : [];
  return eid === undefined || field === undefined || rest.length > 0 ? null : { eid, field };
}

interface KeptRecord extends KeptWords {
  readonly session: string;
}

/** null when it is none: another version's, or damaged. */
export function readKept(value: unknown): KeptRecord | null {
  const record = value as Partial<KeptRecord> | null; // checked below
  if (record === null || typeof record !== 'object' || typeof record.text !== 'string') return null;
  const { text, seen = null, session = '' } = record;
  return seen !== null && !Array.isArray(seen) ? null : { text, seen, session };
}

/** The fields of one entity as they stand in a document. */
export function seenFields(seen: Seen, eid: string): SeenFields {
  return [...(seen.get(eid) ?? [])];
}
export function fieldsToSeen(eid: string, fields: SeenFields): Seen {
  return new Map([[eid, new Map(fields)]]);
}

/** What the typing began from, and what this session itself has written since: its author knows of both. */
export function withOwnDots(seen: SeenFields, now: SeenFields, session: string): SeenFields {
  const known = new Map(seen);
  return [...new Set([...known.keys(), ...now.map(([field]) => field)])].map((field) => {
    const own = (now.find(([name]) => name === field)?.[1] ?? []).filter(([author]) => author === session);
    const others = (known.get(field) ?? []).filter(([author]) => author !== session);
    return [field, [...others, ...own]];
  });
}

interface Line {
  /** Words that are not written yet. */
  next: KeptWords | null;
  writing: Promise<void> | null;
  saving: Promise<void> | null;
}

/** Keeps words for the tab `session` of one book. */
export function createWordsKeeper({ drafts, marks, book, session, isAlive }: WordsKeeperOptions): WordsKeeper {
  const lines = new Map<string, Line>();
  const lineOf = (key: string): Line => {
    const line = lines.get(key) ?? { next: null, writing: null, saving: null };
    lines.set(key, line);
    return line;
  };
  const markKey = (key: string) => `pickup-note ${book} ${key}`;
  const mark = (key: string, words: KeptWords | null) => {
    try {
      if (words === null) marks?.removeItem(markKey(key));
      else marks?.setItem(markKey(key), JSON.stringify(words));
    } catch {
      // No room or not allowed: the draft is written in the same moment.
    }
  };
  const writeAll = async (key: string, line: Line) => {
    while (line.next !== null && line.saving === null) {
      const record: KeptRecord = { ...line.next, session };
      line.next = null;
      // A draft that could not be written: the mark stands, and the next key tries again.
      await drafts.put(key, record as unknown as Draft['value']).catch(() => undefined); // plain JSON by its type
    }
    line.writing = null;
  };
  const write = (key: string, line: Line) => {
    if (line.next === null || line.writing !== null || line.saving !== null) return;
    line.writing = writeAll(key, line);
  };
  const isQuiet = (line: Line) => line.writing === null && line.saving === null;
  return {
    keep(key, words) {
      const line = lineOf(key);
      mark(key, words);
      line.next = words;
      write(key, line);
    },
    async save(key, commit) {
      const line = lineOf(key);
      while (line.saving !== null) await line.saving;
      const unwritten = line.next;
      line.next = null;
      let stood = false;
      const run = async () => {
        try {
          await line.writing;
          stood = await commit();
        } finally {
          line.saving = null;
          if (!stood) line.next ??= unwritten;
          else if (line.next === null) mark(key, null);
          write(key, line);
        }
      };
      line.saving = run();
      await line.saving;
      return stood;
    },
    forget(key) {
      const line = lineOf(key);
      mark(key, null);
      line.next = null;
      const remove = async () => {
        while (!isQuiet(line)) await (line.saving ?? line.writing);
        // Typed on meanwhile: those words are kept under the same key.
        if (line.next === null) await drafts.remove(key).catch(() => undefined);
      };
      void remove();
    },
    marked(key) {
      try {
        return readKept(JSON.parse(marks?.getItem(markKey(key)) ?? 'null'));
      } catch {
        return null;
      }
    },
    async left(key) {
      const record = readKept((await drafts.get(key))?.value);
      if (record === null || record.session === session || lines.has(key)) return null;
      return (await isAlive(record.session)) ? null : record;
    },
    async idle() {
      for (const line of lines.values()) while (!isQuiet(line)) await (line.saving ?? line.writing);
    },
  };
}
