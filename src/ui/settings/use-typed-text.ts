// A text field that saves by itself: when it is left, on Enter, when the tablet is put away, or after a pause in typing.
// Law: what stands in the field is at most a pause away from the book; leaving the screen saves too.
import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

const PAUSE_MS = 700;

export interface TypedText {
  readonly text: string;
  readonly isDirty: boolean;
  readonly flush: () => void;
  readonly input: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  };
}

export function useTypedText({
  saved,
  onSave,
  canSave = () => true,
}: {
  readonly saved: string;
  readonly onSave: (text: string) => void;
  readonly canSave?: (text: string) => boolean;
}): TypedText {
  const [typed, setTyped] = useState<string | null>(null);
  const sent = useRef<string | null>(null);
  const latest = useRef({ typed, saved, onSave, canSave });
  latest.current = { typed, saved, onSave, canSave };
  const flush = () => {
    const { typed, saved, onSave, canSave } = latest.current;
    if (typed === null || typed === sent.current || !canSave(typed)) return;
    sent.current = typed;
    if (typed.trim() !== saved) onSave(typed);
  };
  // Kept until the book shows it, so that the old text does not flash up in between.
  useEffect(() => {
    if (typed !== null && typed === sent.current && typed.trim() === saved) setTyped(null);
  }, [typed, saved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads only the ref
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: flush reads only the ref
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      flush();
    };
  }, []);
  return {
    text: typed ?? saved,
    isDirty: typed !== null && typed !== saved,
    flush,
    input: {
      value: typed ?? saved,
      onChange: (event) => {
        sent.current = null;
        setTyped(event.target.value);
      },
      onBlur: flush,
      onKeyDown: (event) => {
        if (event.key === 'Enter' && event.currentTarget.tagName === 'INPUT') flush();
      },
    },
  };
}
