// What somebody has to settle: a deleted order, two edits of one field, questions nobody has asked, what lacks.
// Law: nothing is chosen for the person; one tap settles each, and what was not chosen stays in the history.
import { Link } from 'wouter';
import type { Doubt } from '../../domain/order.ts';
import { whatIsLacking } from '../../domain/order-row.ts';
import { isOpen } from '../../domain/status.ts';
import type { AnyEdit } from '../../store/change.ts';
import { editOrder } from '../../store/change.ts';
import type { Contender, FieldConflict } from '../../store/entity-values.ts';
import type { OrderDocument } from '../../store/shop-store.ts';
import { useActions } from '../base/action-bar.tsx';
import { instantText } from '../base/format.ts';
import { useWriterName } from '../base/writer-name.ts';
import { Photo } from '../photos/Photo.tsx';
import { doubtText } from '../today/doubt.texts.ts';
import { type FieldWords, fieldName, valueText } from './field-words.ts';
import { canBeTyped, OtherValue } from './OtherValue.tsx';

export interface TroubleProps {
  readonly document: OrderDocument;
  readonly words: FieldWords;
  readonly heading: 'h2' | 'h3';
}

export function OrderTrouble({ document, words, heading: Heading }: TroubleProps) {
  const { order, conflicts } = document;
  const { texts, base } = words;
  const { act } = useActions();
  const name = order.name || base.nameUnknown;
  const isWorked = isOpen(order.status) && order.deleted !== true;
  const lacking = isWorked ? whatIsLacking(order) : [];
  const doubts = isWorked ? (order.doubts ?? []) : [];
  const settle = (doubt: Doubt) => {
    const before = order.doubts ?? [];
    const rest = before.filter((one) => one !== doubt);
    void act(
      { edits: [editOrder(order.eid, { doubts: rest }, { was: { doubts: before } })] },
      {
        message: texts.askedDone(doubtText(doubt.code, words.doubts)),
        undo: { edits: [editOrder(order.eid, { doubts: before }, { was: { doubts: rest } })] },
      },
    );
  };
  return (
    <>
      {order.deleted === true ? (
        <section className="order-notice" aria-labelledby="order-deleted">
          <Heading id="order-deleted">{texts.deletedTitle}</Heading>
          <p>{texts.deletedHint}</p>
          <button
            type="button"
            className="primary"
            onClick={() =>
              void act(
                { edits: [editOrder(order.eid, { deleted: false })] },
                { message: texts.broughtBack(name), undo: { edits: [editOrder(order.eid, { deleted: true })] } },
              )
            }
          >
            {texts.bringBack}
          </button>
        </section>
      ) : null}
      {conflicts.length === 0 ? null : (
        <section className="order-notice" aria-labelledby="order-conflicts">
          <Heading id="order-conflicts">⇄ {texts.conflictTitle}</Heading>
          <p className="hint">{texts.conflictHint}</p>
          {conflicts.map((conflict) => (
            <Conflict key={`${conflict.eid} ${conflict.field}`} conflict={conflict} document={document} words={words} />
          ))}
        </section>
      )}
      {doubts.length + lacking.length === 0 ? null : (
        <section className="order-notice" aria-labelledby="order-doubts">
          <Heading id="order-doubts">{texts.trouble}</Heading>
          <ul className="order-asks">
            {doubts.map((doubt) => (
              <li key={`${doubt.code} ${doubt.raw}`}>
                <span>
                  <b>{doubtText(doubt.code, words.doubts)}</b>
                  {doubt.raw === null || doubt.raw === '' ? null : <small>{texts.words(doubt.raw)}</small>}
                </span>
                <button
                  type="button"
                  className="small"
                  aria-label={texts.askAbout(doubtText(doubt.code, words.doubts))}
                  onClick={() => settle(doubt)}
                >
                  {texts.asked}
                </button>
              </li>
            ))}
            {lacking.length === 0 ? null : (
              <li>
                <b>{lacking.map((lack) => base[`lacking.${lack}`]).join(' · ')}</b>
                <Link className="button small" href={`/order/${encodeURIComponent(order.eid)}/edit`}>
                  {texts.fillIn}
                </Link>
              </li>
            )}
          </ul>
        </section>
      )}
    </>
  );
}

function Conflict({
  conflict,
  document,
  words,
}: {
  readonly conflict: FieldConflict;
  readonly document: OrderDocument;
  readonly words: FieldWords;
}) {
  const { texts, disputes, language, shop } = words;
  const nameOf = useWriterName();
  const { act } = useActions();
  const { eid, kind, field, contenders } = conflict;
  const name = fieldName(eid, kind, field, words);
  const settle = (value: unknown, seen = document.seen, discardDraft?: string) => {
    // The field's own contenders, or a text for a field that holds one: its shape is the field's.
    const edit = { kind, eid, set: { [field]: value }, seen } as unknown as AnyEdit;
    const change = discardDraft === undefined ? { edits: [edit] } : { edits: [edit], discardDraft };
    void act(change, { message: disputes.settled(name) });
  };
  const by = ({ actor, dot: [session], at }: Contender) =>
    `${nameOf({ actor, session })} · ${instantText(at, shop.zone, language)}`;
  if (field === 'deleted') {
    return (
      <div className="order-conflict">
        <b>{kind === 'order' ? disputes.deletedButEdited : `${name}: ${disputes.deletedButEdited}`}</b>
        {contenders.map((contender) => (
          <small key={contender.dot.join(' ')}>
            {valueText(field, contender.value, words)} · {by(contender)}
          </small>
        ))}
        <div className="order-row">
          <button type="button" onClick={() => settle(true)}>
            {disputes.keepDeleted}
          </button>
          <button type="button" className="primary" onClick={() => settle(false)}>
            {texts.keepAlive}
          </button>
        </div>
      </div>
    );
  }
  return (
    <div className="order-conflict">
      <b>{name}</b>
      <ul className="order-contenders">
        {contenders.map((contender) => (
          <li key={contender.dot.join(' ')}>
            {!contender.isReadable ? (
              <span className="todo">{disputes.unreadable}</span>
            ) : field === 'picture' && contender.value !== null ? (
              <Photo sha={(contender.value as { readonly sha?: string }).sha ?? null} alt={texts.aPicture} />
            ) : (
              <span className="order-contender-value">{valueText(field, contender.value, words)}</span>
            )}
            <small>{by(contender)}</small>
            {contender.isReadable ? (
              <button
                type="button"
                className="small"
                aria-label={disputes.takeThisFor(name, valueText(field, contender.value, words))}
                onClick={() => settle(contender.value)}
              >
                {disputes.takeThis}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {canBeTyped(field) ? (
        <OtherValue conflict={conflict} seen={document.seen} name={name} words={words} onUse={settle} />
      ) : (
        <Link className="button small quiet order-other" href={`/order/${encodeURIComponent(words.order.eid)}/edit`}>
          {texts.otherInForm}
        </Link>
      )}
    </div>
  );
}
