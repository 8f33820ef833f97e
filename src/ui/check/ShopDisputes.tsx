// Settings that people edited without knowing of each other: the values side by side, who and when, one tap or a third value.
// Law: nothing is chosen for the person; a choice replaces exactly what was shown, so choosing twice changes nothing.
import { type FormEvent, useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import { readAmount } from '../../domain/amount-input.ts';
import { sameValue } from '../../domain/new-order-rebase.ts';
import type { Shop } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import type { FieldConflict } from '../../store/entity-values.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import { useActions } from '../base/action-bar.tsx';
import { instantText } from '../base/format.ts';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useWriterName, type Writer } from '../base/writer-name.ts';
import {
  contenderText,
  type SettingWords,
  sectionOf,
  settingName,
  useSettingWords,
} from '../settings/setting-words.ts';
import type { ListOrder, ShopDispute } from '../settings/shop-disputes.ts';
import { checkTexts } from './check.texts.ts';

export interface ShopDisputesProps {
  readonly document: ShopDocument;
  readonly disputes: readonly ShopDispute[];
  /** The card goes with its question: somebody has to take the focus. */
  readonly onSettled: () => void;
}

export function ShopDisputes({ document, disputes, onSettled }: ShopDisputesProps) {
  const texts = useTexts(checkTexts);
  const words = useSettingWords(document.shop);
  const { act } = useActions();
  const settle: DisputeProps['onSettle'] = async (edits, name, back) => {
    const result = await act(
      { edits },
      { message: words.disputes.settled(name), ...(back === null ? {} : { undo: { edits: back } }) },
    );
    if (result.ok) onSettled();
  };
  return (
    <section className="check-kind" aria-labelledby="check-settings">
      <h2 id="check-settings">
        {texts['kind.settings']} <span className="check-kind-count">{texts.count(disputes.length)}</span>
      </h2>
      <p className="check-why">{texts['why.settings']}</p>
      <ul>
        {disputes.map((dispute) =>
          dispute.type === 'field' ? (
            <FieldDispute
              key={dispute.key}
              conflict={dispute.conflict}
              document={document}
              words={words}
              onSettle={settle}
            />
          ) : (
            <OrderDispute key={dispute.key} dispute={dispute} document={document} words={words} onSettle={settle} />
          ),
        )}
      </ul>
    </section>
  );
}

interface DisputeProps {
  readonly document: ShopDocument;
  readonly words: SettingWords;
  /** `back` takes the choice back, as far as nobody has edited it since; null when what stood before cannot be written here. */
  readonly onSettle: (edits: readonly AnyEdit[], name: string, back: readonly AnyEdit[] | null) => Promise<void>;
}

function Side({
  name,
  value,
  isReadable,
  by,
  words,
  onTake,
}: {
  readonly name: string;
  readonly value: string;
  readonly isReadable: boolean;
  readonly by: Writer & { readonly at: number };
  readonly words: SettingWords;
  readonly onTake: () => void;
}) {
  const { disputes, shop, language } = words;
  const nameOf = useWriterName(shop.staff);
  return (
    <li>
      <span className={isReadable ? 'check-value' : 'todo'}>{isReadable ? value : disputes.unreadable}</span>
      <small>
        {nameOf(by)} · {instantText(by.at, shop.zone, language)}
      </small>
      {isReadable ? (
        <button type="button" className="small" aria-label={disputes.takeThisFor(name, value)} onClick={onTake}>
          {disputes.takeThis}
        </button>
      ) : null}
    </li>
  );
}

function FieldDispute({ conflict, document, words, onSettle }: DisputeProps & { readonly conflict: FieldConflict }) {
  const id = useId();
  const { texts, disputes } = words;
  const nameOf = useWriterName(words.shop.staff);
  const { eid, kind, field, contenders } = conflict;
  const name = settingName(conflict, words);
  const settle = (value: unknown) => {
    // The field's own contenders, or a third value read for it: its shape is the field's.
    const edit = { kind, eid, set: { [field]: value }, seen: document.seen } as unknown as AnyEdit;
    // The first one is what was shown till now; taken back from it, the other one is.
    const [shown, other] = contenders;
    const before = shown?.isReadable === true && sameValue(shown.value, value) ? other : shown;
    const set = { [field]: field === 'deleted' ? value !== true : (before?.value ?? null) };
    const back = { kind, eid, set, was: { [field]: value } } as unknown as AnyEdit; // as above
    void onSettle([edit], name, before?.isReadable === false ? null : [back]);
  };
  if (field === 'deleted') {
    return (
      <li className="check-line check-dispute">
        <h3>{name}</h3>
        <p className="todo">{disputes.deletedButEdited}</p>
        {contenders.map((one) => (
          <small key={one.dot.join(' ')}>
            {contenderText(conflict, one, words)} · {nameOf({ actor: one.actor, session: one.dot[0] })} ·{' '}
            {instantText(one.at, words.shop.zone, words.language)}
          </small>
        ))}
        <div className="check-choices">
          <button type="button" className="small" onClick={() => settle(true)}>
            {disputes.keepDeleted}
          </button>
          <button type="button" className="small" onClick={() => settle(false)}>
            {texts.keepAlive}
          </button>
        </div>
      </li>
    );
  }
  return (
    <li className="check-line check-dispute">
      <h3 id={id}>{name}</h3>
      <ul className="check-sides" aria-labelledby={id}>
        {contenders.map((contender) => (
          <Side
            key={contender.dot.join(' ')}
            name={name}
            value={contenderText(conflict, contender, words)}
            isReadable={contender.isReadable}
            by={{ actor: contender.actor, session: contender.dot[0], at: contender.at }}
            words={words}
            onTake={() => settle(contender.value)}
          />
        ))}
      </ul>
      <ThirdValue conflict={conflict} name={name} words={words} onUse={settle} />
    </li>
  );
}

function OrderDispute({
  dispute,
  document,
  words,
  onSettle,
}: DisputeProps & { readonly dispute: Extract<ShopDispute, { type: 'order' }> }) {
  const id = useId();
  const { texts, fields } = words;
  const { list, orders } = dispute;
  const name = texts.list(list === 'staff' ? texts.staffList : fields[`group.${list}`]);
  const kind = list === 'staff' ? 'staff' : 'menuEntry';
  const take = ({ entries }: ListOrder) =>
    void onSettle(
      entries.map(({ eid }, position): AnyEdit => ({ kind, eid, set: { position }, seen: document.seen })),
      name,
      entries.map(
        ({ eid }, position): AnyEdit => ({
          kind,
          eid,
          set: { position: positionOf(document.shop, eid) },
          was: { position },
        }),
      ),
    );
  return (
    <li className="check-line check-dispute">
      <h3 id={id}>{name}</h3>
      <ul className="check-sides" aria-labelledby={id}>
        {orders.map((order) => (
          <Side
            key={order.key}
            name={name}
            value={order.entries.map((entry) => entry.name).join(' → ')}
            isReadable={order.isReadable}
            by={order}
            words={words}
            onTake={() => take(order)}
          />
        ))}
      </ul>
      <InSettings section={list === 'staff' ? 'staff' : 'menu'} name={name} words={words} />
    </li>
  );
}

/** Where a line of the menu or a member of staff stood. */
function positionOf({ menu, staff }: Shop, eid: string): number {
  return (menu.find((entry) => entry.eid === eid) ?? staff.find((member) => member.eid === eid))?.position ?? 0;
}

function InSettings({
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

const WRITTEN = new Set(['name', 'phone', 'address', 'account', 'note', 'body']);
/** Numbers, with the least and the most that the settings take. */
const COUNTED: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['leadDays', [0, 60]],
  ['dayPlaces', [1, 500]],
]);

/** A value of neither side, typed on the spot; what has more than one part has its own place in the settings. */
function ThirdValue({
  conflict,
  name,
  words,
  onUse,
}: {
  readonly conflict: FieldConflict;
  readonly name: string;
  readonly words: SettingWords;
  readonly onUse: (value: unknown) => void;
}) {
  const { texts, disputes, fields, shop } = words;
  const { field, contenders } = conflict;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { services } = useWorld();
  const isTyped = typed !== null;
  useEffect(() => (isTyped ? services.dirtyForms.hold() : undefined), [isTyped, services]);
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
        onClick={() => setTyped(typeof first === 'string' || typeof first === 'number' ? String(first) : '')}
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
    if (value !== undefined) onUse(value);
  };
  const props = {
    'aria-label': name,
    'aria-invalid': isWrong,
    'aria-describedby': isWrong ? id : undefined,
    value: typed,
    autoFocus: true,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
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
