// A text field that saves by itself: when it is left, on Enter, when the tablet is put away, or after a pause in typing.
// Law: what is typed is kept at each key until it is in the book; only what the book has answered for is called saved.
// What a tab left that is gone stands in the field and waits for a word, or for the next key.
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type SeenFields, seenFields, wordsKey } from './kept-words.ts';
import { useSettingsBookIfOpen } from './settings-book.tsx';

const PAUSE_MS = 700;

/** `refused`: committed, but the field was blanked by somebody meanwhile, so the book does not show it. */
export type SaveOutcome = 'saved' | 'failed' | 'refused';
/** `left`: found at the start, from a tab that is gone or from this one before it was loaded again. */
export type TypedStage = 'left' | 'typing' | 'saving' | SaveOutcome;

interface Typed {
  readonly text: string;
  readonly stage: TypedStage;
  /** The field was left since the last key: the book's own spelling may take the place of what was typed. */
  readonly isLeft: boolean;
}

export interface TypedText {
  readonly text: string;
  readonly stage: TypedStage | null;
  readonly isDirty: boolean;
  /** What stands in the book. */
  readonly saved: string;
  readonly canSave: boolean;
  /** Saves now what waits for a word: left, failed or refused. */
  readonly save: () => void;
  /** Throws away what waits for a word. */
  readonly discard: () => void;
  readonly input: {
    readonly value: string;
    readonly 'data-unsaved': true | undefined;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  };
}

export interface TypedTextOptions {
  readonly saved: string;
  /** Writes the words; in a form that keeps its own, they are then in that form. */
  readonly onSave: (text: string, seen: SeenFields | null) => Promise<SaveOutcome> | undefined;
  readonly canSave?: (text: string) => boolean;
  /** What is written for what was typed. */
  readonly clean?: (text: string) => string;
  /** The field of the book; left out, nothing is kept. */
  readonly place?: { readonly eid: string; readonly field: string };
  /** null: only when the field is left. */
  readonly pauseMs?: number | null;
}

const trimmed = (text: string) => text.trim();

export function useTypedText(options: TypedTextOptions): TypedText {
  const { saved, canSave = () => true, clean = trimmed, place, pauseMs = PAUSE_MS } = options;
  const book = useSettingsBookIfOpen();
  const key = book === null || place === undefined ? null : wordsKey(place.eid, place.field);
  const seenNow = () => (book === null || place === undefined ? null : seenFields(book.document.seen, place.eid));
  const [marked] = useState(() => (key === null ? null : (book?.keeper.marked(key) ?? null)));
  const [state, setState] = useState<Typed | null>(() =>
    marked === null ? null : { text: marked.text, stage: 'left', isLeft: true },
  );
  /** What stood in the field when the typing began. */
  const seen = useRef<SeenFields | null>(marked?.seen ?? null);
  /** The last words handed over, what stood in the book then, and whether the book has shown them since. */
  const sent = useRef<{ readonly text: string; readonly before: string; readonly wasShown?: true } | null>(null);
  const running = useRef(0);
  /** Words equal to those being saved: they are in the book only when that save has ended. */
  const isWaiting = useRef(false);
  const work = { state, saved, canSave, clean, key, keeper: book?.keeper ?? null, onSave: options.onSave };
  const latest = useRef(work);
  latest.current = work;

  const flush = (isAsked = false) => {
    const { state, saved, canSave, clean, key, keeper, onSave } = latest.current;
    if (state === null || !canSave(state.text)) return;
    if ((state.stage === 'left' || state.stage === 'refused') && !isAsked) return;
    const { text } = state;
    // Once the book has shown what was handed over, the book alone says what is still to be saved.
    const handed = sent.current?.wasShown === true && running.current === 0 ? null : sent.current;
    if (state.stage === 'saving' || state.stage === 'saved' || handed?.text === text) return;
    const stage = (next: TypedStage) => setState((now) => (now?.text === text ? { ...now, stage: next } : now));
    const words = clean(text);
    if (words === (handed === null ? saved : clean(handed.text))) {
      if (running.current > 0) {
        isWaiting.current = true;
        return;
      }
      if (key !== null) keeper?.forget(key);
      sent.current = { text, before: saved };
      return stage('saved');
    }
    sent.current = { text, before: saved };
    const saving = async (): Promise<SaveOutcome> => (await onSave(words, seen.current)) ?? 'saved';
    if (key === null || keeper === null) {
      void saving();
      return stage('saved');
    }
    stage('saving');
    let outcome: SaveOutcome = 'failed';
    running.current += 1;
    const finish = () => {
      running.current -= 1;
      if (outcome !== 'saved' && sent.current?.text === text) sent.current = null;
      if (outcome === 'refused' && latest.current.state?.text === text) {
        // What is written from here on is written in the knowledge of the blank.
        seen.current = null;
        keeper.keep(key, { text, seen: null });
      }
      stage(outcome);
      if (!isWaiting.current || running.current > 0) return;
      isWaiting.current = false;
      flush();
    };
    void keeper
      .save(key, async () => {
        outcome = await saving();
        return outcome !== 'failed';
      })
      .then(finish, (error: unknown) => {
        finish();
        throw error;
      });
  };

  useEffect(() => {
    if (sent.current !== null && clean(sent.current.text) === saved) sent.current = { ...sent.current, wasShown: true };
  });
  // The book shows it, or somebody's newer words: what was typed may go once the field was left.
  const { text, stage = null, isLeft } = state ?? {};
  const keeper = book?.keeper ?? null;
  // Left words that the book says by now are nobody's question.
  useEffect(() => {
    if (stage !== 'left' || text === undefined || clean(text) !== saved || key === null) return;
    keeper?.forget(key);
    setState(null);
  }, [text, stage, saved, clean, key, keeper]);
  useEffect(() => {
    if (text === undefined || stage !== 'saved' || isLeft !== true) return;
    const waits = sent.current !== null && sent.current.wasShown !== true && sent.current.before === saved;
    if (clean(text) !== saved && waits) return;
    sent.current = null;
    setState(null);
  }, [text, stage, isLeft, saved, clean]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads only refs
  useEffect(() => {
    if (stage !== 'typing' || (pauseMs === null && isLeft !== true)) return;
    const timer = setTimeout(() => flush(), pauseMs ?? PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, stage, isLeft, pauseMs]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads only refs
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onGone = () => flush();
    document.addEventListener('visibilitychange', onHide);
    addEventListener('pagehide', onGone);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('pagehide', onGone);
      flush();
    };
  }, []);
  // Once at the start, and once more whenever left words were settled here: several tabs may have left some.
  const isFree = state === null;
  const looksAgain = useRef(true);
  useEffect(() => {
    if (key !== null && marked !== null) keeper?.take(key, marked.draft);
  }, [key, keeper, marked]);
  useEffect(() => {
    if (key === null || keeper === null || !isFree || !looksAgain.current) return;
    let isGone = false;
    keeper.left(key).then(
      ([words]) => {
        if (!isGone) looksAgain.current = false;
        if (isGone || words === undefined || latest.current.state !== null) return;
        keeper.take(key, words.draft);
        looksAgain.current = true;
        seen.current = words.seen;
        setState({ text: words.text, stage: 'left', isLeft: true });
      },
      // The drafts could not be read: nothing is taken over now, and nothing thrown away.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [key, keeper, isFree]);

  const shown = text ?? saved;
  const isDirty = state !== null && stage !== 'saved' && clean(state.text) !== saved;
  const hold = book?.hold;
  // Left words lie in their draft, wherever the page goes.
  const isHeld = isDirty && stage !== 'left';
  useEffect(() => (isHeld && hold !== undefined ? hold() : undefined), [isHeld, hold]);
  const leave = () => {
    flush();
    setState((now) => (now === null ? null : { ...now, isLeft: true }));
  };
  return {
    text: shown,
    stage,
    isDirty,
    saved,
    canSave: canSave(shown),
    save: () => flush(true),
    discard: () => {
      if (key !== null) keeper?.forget(key);
      setState(null);
    },
    input: {
      value: shown,
      'data-unsaved': isDirty || undefined,
      onChange: (event) => {
        const { value } = event.target;
        // What the field showed is what its author has seen: the book's words, or his own, saved before.
        if (state === null || (stage === 'saved' && clean(state.text) === saved)) seen.current = seenNow();
        setState({ text: value, stage: 'typing', isLeft: false });
        if (key === null) return;
        if (canSave(value) || value.trim() !== '') book?.keeper.keep(key, { text: value, seen: seen.current });
        else book?.keeper.forget(key);
      },
      onBlur: leave,
      onKeyDown: (event) => {
        if (event.key === 'Enter' && event.currentTarget.tagName === 'INPUT') leave();
      },
    },
  };
}
