// Settings that people edited without knowing of each other: the values side by side, who and when, one tap or a third value.
// Law: nothing is chosen for the person; a choice replaces exactly what was shown, so choosing twice changes nothing.
import { useId } from 'react';
import { sameValue } from '../../domain/new-order-rebase.ts';
import type { Shop } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import type { FieldConflict } from '../../store/entity-values.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import { useActions } from '../base/action-bar.tsx';
import { instantText } from '../base/format.ts';
import { useTexts } from '../base/texts.ts';
import { useWriterName, type Writer } from '../base/writer-name.ts';
import { contenderText, type SettingWords, settingName, useSettingWords } from '../settings/setting-words.ts';
import type { ListOrder, ShopDispute } from '../settings/shop-disputes.ts';
import { checkTexts } from './check.texts.ts';
import { InSettings, ThirdValue } from './ThirdValue.tsx';

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
  const settle: DisputeProps['onSettle'] = async (edits, name, back, discardDraft) => {
    const result = await act(
      { edits, ...(discardDraft === undefined ? {} : { discardDraft }) },
      { message: words.disputes.settled(name), ...(back === null ? {} : { undo: { edits: back } }) },
    );
    if (result.ok) onSettled();
    return result.ok;
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
  readonly onSettle: (
    edits: readonly AnyEdit[],
    name: string,
    back: readonly AnyEdit[] | null,
    discardDraft?: string,
  ) => Promise<boolean>;
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
  const settle = (value: unknown, draft?: string) => {
    // The field's own contenders, or a third value read for it: its shape is the field's.
    const edit = { kind, eid, set: { [field]: value }, seen: document.seen } as unknown as AnyEdit;
    // The first one is what was shown till now; taken back from it, the other one is.
    const [shown, other] = contenders;
    const before = shown?.isReadable === true && sameValue(shown.value, value) ? other : shown;
    const set = { [field]: field === 'deleted' ? value !== true : (before?.value ?? null) };
    const back = { kind, eid, set, was: { [field]: value } } as unknown as AnyEdit; // as above
    return onSettle([edit], name, before?.isReadable === false ? null : [back], draft);
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
          <button type="button" className="small" onClick={() => void settle(true)}>
            {disputes.keepDeleted}
          </button>
          <button type="button" className="small" onClick={() => void settle(false)}>
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
            onTake={() => void settle(contender.value)}
          />
        ))}
      </ul>
      <ThirdValue conflict={conflict} seen={document.seen} name={name} words={words} onUse={settle} />
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
