// A value of neither side of a disagreement about a setting, typed on the spot.
// Law: it is kept at each key as the words of its field in the settings are, and found there too.
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import { readAmount } from '../../domain/amount-input.ts';
import type { FieldConflict, Seen } from '../../store/entity-values.ts';
import { useWorld } from '../base/shop-context.ts';
import { draftKey, seenFields, wordsKey } from '../settings/kept-words.ts';
import { type SettingWords, sectionOf } from '../settings/setting-words.ts';
import { useWordsKeeper } from '../settings/tab-keeper.ts';

const WRITTEN = new Set(['name', 'phone', 'address', 'account', 'note', 'body']);
/** Numbers, with the least and the most that the settings take. */
const COUNTED: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['leadDays', [0, 60]],
  ['dayPlaces', [1, 500]],
]);

/** The place in the settings where what has more than one part is edited. */
export function InSettings({
  section,
  name,
  words,
}: {
  readonly section: string;
  readonly name: string;
  readonly words: SettingWords;
}) {
  const { texts } = words;
  return (
    <Link
      className="button small quiet check-other"
      href={`/settings/${section}`}
      aria-label={texts.otherInSettingsFor(name)}
    >
      {texts.otherInSettings}
    </Link>
  );
}

export interface ThirdValueProps {
  readonly conflict: FieldConflict;
  readonly seen: Seen;
  readonly name: string;
  readonly words: SettingWords;
  /** Writes it and discards the draft, in one commit; answers whether it stood. */
  readonly onUse: (value: unknown, draft: string) => Promise<boolean>;
}

export function ThirdValue({ conflict, seen, name, words, onUse }: ThirdValueProps) {
  const { texts, disputes, fields, shop } = words;
  const { eid, field, contenders } = conflict;
  const id = useId();
  const { services, store } = useWorld();
  const keeper = useWordsKeeper();
  const key = wordsKey(eid, field);
  const [marked] = useState(() => keeper.marked(key));
  const [typed, setTyped] = useState<string | null>(marked?.text ?? null);
  const [wasAsked, setWasAsked] = useState(false);
  const isTyped = typed !== null;
  useEffect(() => (isTyped ? services.dirtyForms.hold() : undefined), [isTyped, services]);
  useEffect(() => {
    if (marked !== null) keeper.take(key, marked.draft);
    let isGone = false;
    keeper.left(key).then(
      ([left]) => {
        if (isGone || left === undefined || marked !== null) return;
        keeper.take(key, left.draft);
        setTyped((now) => now ?? left.text);
      },
      () => undefined, // the drafts could not be read: nothing is taken over now, and nothing thrown away
    );
    return () => {
      isGone = true;
    };
  }, [keeper, key, marked]);
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() === '') keeper.forget(key);
    else keeper.keep(key, { text, seen: seenFields(seen, eid) });
  };
  const isAmount = field === 'price';
  if (!WRITTEN.has(field) && !COUNTED.has(field) && !isAmount) {
    return <InSettings section={sectionOf(conflict)} name={name} words={words} />;
  }
  const first = contenders.find(({ isReadable }) => isReadable)?.value;
  if (typed === null) {
    return (
      <button
        type="button"
        className="small quiet check-other"
        aria-label={disputes.otherValueFor(name)}
        onClick={() => {
          setWasAsked(true);
          setTyped(typeof first === 'string' || typeof first === 'number' ? String(first) : '');
        }}
      >
        {disputes.otherValue}…
      </button>
    );
  }
  const read = (): unknown => {
    if (isAmount) {
      const minor = readAmount(typed, shop.currency);
      return minor === null ? undefined : { minor, currency: shop.currency };
    }
    const bounds = COUNTED.get(field);
    if (bounds !== undefined) {
      const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
      return count >= bounds[0] && count <= bounds[1] ? count : undefined;
    }
    return field === 'body' ? typed : typed.trim();
  };
  const value = typed.trim() === '' ? undefined : read();
  const isWrong = typed.trim() !== '' && value === undefined;
  const use = (event: FormEvent) => {
    event.preventDefault();
    if (value !== undefined) void keeper.save(key, () => onUse(value, draftKey(key, store.session)));
  };
  const props = {
    'aria-label': name,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? id : undefined,
    value: typed,
    autoFocus: wasAsked,
    onChange: (event: { readonly target: { readonly value: string } }) => type(event.target.value),
  };
  return (
    <form className="check-third" onSubmit={use}>
      {field === 'body' ? <textarea rows={8} {...props} /> : <input autoComplete="off" maxLength={120} {...props} />}
      <button type="submit" className="primary" disabled={value === undefined}>
        {disputes.useOther}
      </button>
      {isWrong ? (
        <p className="field-problem" id={id} role="alert">
          {isAmount ? fields.amountProblem : texts.numberProblem}
        </p>
      ) : null}
    </form>
  );
}
