// Words typed into a setting and not yet in the book: marked in this tab at once, then kept with the book's drafts.
// Law: from the first key to the commit they stand in one of the two; the commit itself takes the draft away.
//
//   key --> mark (this tab, synchronous) --> draft (durable, this tab's own) --> commit, which discards the draft
//   A reload finds the mark. A new start finds the draft, unless the tab that typed it still lives. What is found is shown
//   as not saved and waits for a person: nobody asked this start to write it.
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

/** Words that stand in no book and under no hand: those of a tab that is gone, or of this one before it was loaded again. */
export interface LeftWords extends KeptWords {
  /** The draft that holds them, for `take`. */
  readonly draft: string;
}

export interface WordsKeeper {
  /** Keeps the newest words of a field. */
  keep(key: string, words: KeptWords): void;
  /** Runs the commit that discards the field's draft, with no write of the draft beside it; answers whether it stood. */
  save(key: string, commit: () => Promise<boolean>): Promise<boolean>;
  /** The words are in the book, or thrown away. */
  forget(key: string): void;
  /** Shows left words in their field: from now on they go when the field's own words are kept, saved or forgotten. */
  take(key: string, draft: string): void;
  /** What this tab has not brought into the book, also from before it was loaded again. */
  marked(key: string): LeftWords | null;
  /** What tabs left that live no more, the newest first. Asked for by many fields at once, the drafts are read once. */
  left(key: string): Promise<readonly LeftWords[]>;
  /** All that tabs left, by the key of the field. */
  allLeft(): Promise<ReadonlyMap<string, readonly LeftWords[]>>;
  /** When nothing is being written any more. */
  idle(): Promise<void>;
}

export interface WordsKeeperOptions {
  readonly drafts: Pick<LocalDoor<Draft>, 'list' | 'put' | 'remove'>;
  /** Survives a reload of this tab; null where the browser gives none. */
  readonly marks: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  /** Which book: marks of the demo shop are not those of the own. */
  readonly book: string;
  readonly session: string;
  /** The sessions of all tabs that live. */
  readonly living: () => Promise<ReadonlySet<string>>;
}

const PREFIX = 'setting ';

/** The key of one field of one entity. */
export function wordsKey(eid: string, field: string): string {
  return `${PREFIX}${eid} ${field}`;
}
/** The draft of a field's words in one tab: two tabs never write the same one. */
export function draftKey(key: string, session: string): string {
  return `${key} ${session}`;
}

/** The entity and field of a field's key or of its draft's; null when it is another form's. */
export function keyToField(key: string): { readonly eid: string; readonly field: string } | null {
  const [eid, field, _session, ...rest] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split(' ') : [];
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
  /** The newest words that are not in the book. */
  kept: KeptWords | null;
  /** Words that are not written yet. */
  next: KeptWords | null;
  /** Drafts of other sessions whose words these have taken the place of. */
  taken: readonly string[];
  writing: Promise<void> | null;
  saving: Promise<void> | null;
}

/** Keeps words for the tab `session` of one book. */
export function createWordsKeeper({ drafts, marks, book, session, living }: WordsKeeperOptions): WordsKeeper {
  const lines = new Map<string, Line>();
  const lineOf = (key: string): Line => {
    const line = lines.get(key) ?? { kept: null, next: null, taken: [], writing: null, saving: null };
    lines.set(key, line);
    return line;
  };
  const markKey = (key: string) => `pickup-note ${book} ${key}`;
  const mark = (key: string, words: KeptWords | null) => {
    lineOf(key).kept = words;
    try {
      if (words === null) marks?.removeItem(markKey(key));
      else marks?.setItem(markKey(key), JSON.stringify({ ...words, session } satisfies KeptRecord));
    } catch {
      // No room or not allowed: the draft is written in the same moment.
    }
  };
  /** Drafts whose words were settled here: they are on their way out. */
  const settled = new Set<string>();
  const letGo = async (line: Line) => {
    const { taken } = line;
    if (taken.length === 0) return;
    line.taken = [];
    for (const draft of taken) settled.add(draft);
    // A tab that was duplicated has the marks of one that lives, and keeps its draft.
    const alive = await living();
    for (const draft of taken) {
      if ([...alive].some((one) => draft.endsWith(` ${one}`))) continue;
      await drafts.remove(draft).catch(() => undefined); // it is offered again
    }
  };
  const writeAll = async (key: string, line: Line) => {
    while (line.next !== null && line.saving === null) {
      const record: KeptRecord = { ...line.next, session };
      line.next = null;
      // A draft that could not be written: the mark stands, and the next key tries again.
      await drafts.put(draftKey(key, session), record as unknown as Draft['value']).then(
        () => letGo(line),
        () => undefined,
      ); // plain JSON by its type
    }
    line.writing = null;
  };
  const write = (key: string, line: Line) => {
    if (line.next === null || line.writing !== null || line.saving !== null) return;
    line.writing = writeAll(key, line);
  };
  const isQuiet = (line: Line) => line.writing === null && line.saving === null;

  const readLeft = async (): Promise<ReadonlyMap<string, readonly LeftWords[]>> => {
    const others = (await drafts.list()).flatMap((draft) => {
      const place = keyToField(draft.key);
      const record = readKept(draft.value);
      if (place === null || record === null || record.session === session || settled.has(draft.key)) return [];
      return [{ draft, place, record }];
    });
    const left = new Map<string, readonly LeftWords[]>();
    if (others.length === 0) return left;
    const alive = await living();
    for (const { draft, place, record } of others.sort((a, b) => b.draft.at - a.draft.at)) {
      if (alive.has(record.session)) continue;
      const key = wordsKey(place.eid, place.field);
      left.set(key, [...(left.get(key) ?? []), { text: record.text, seen: record.seen, draft: draft.key }]);
    }
    return left;
  };
  let reading: ReturnType<typeof readLeft> | null = null;
  const allLeft = () => {
    reading ??= readLeft().finally(() => {
      reading = null;
    });
    return reading;
  };

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
          if (stood) await letGo(line);
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
        if (line.next === null) await drafts.remove(draftKey(key, session)).catch(() => undefined);
      };
      void remove();
      void letGo(line);
    },
    take(key, draft) {
      const line = lineOf(key);
      if (draft !== draftKey(key, session)) line.taken = [...new Set([...line.taken, draft])];
    },
    marked(key) {
      const kept = lines.get(key)?.kept;
      if (kept != null) return { ...kept, draft: draftKey(key, session) };
      try {
        const record = readKept(JSON.parse(marks?.getItem(markKey(key)) ?? 'null'));
        return record === null ? null : { ...record, draft: draftKey(key, record.session) };
      } catch {
        return null;
      }
    },
    left: async (key) => (await allLeft()).get(key) ?? [],
    allLeft,
    async idle() {
      for (const line of lines.values()) while (!isQuiet(line)) await (line.saving ?? line.writing);
    },
  };
}
