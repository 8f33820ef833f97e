// The paper: one table for each day, so that the day stands above every page of it; one row for each order, never cut.
// Law: it holds nothing of the app's frame and no style of its own, so that the same markup goes into a file.
import type { ReactNode } from 'react';
import type { ItemRow, OrderRow } from '../../domain/order-row.ts';
import {
  amountLines,
  cakeWords,
  circled,
  dayHeading,
  daySummary,
  deliveryWords,
  inOneLine,
  orderRemarks,
  orderTroubles,
  type PaperWords,
  packagingWords,
  phoneWords,
  pickupTime,
} from './order-lines.ts';
import type { PaperSheet } from './paper-sheets.ts';
import type { PaperLayout } from './print-options.ts';

export interface PickupPaperProps {
  readonly sheets: readonly PaperSheet[];
  readonly layout: PaperLayout;
  /** The days follow each other on one page; else each begins one. */
  readonly isStrip: boolean;
  /** Address of each picture; null when it is not here, absent while it is read. Pictures are left off when this is null. */
  readonly pictures: ReadonlyMap<string, string | null> | null;
  readonly words: PaperWords;
  /** Who printed when, what to do with the paper; stands at the foot of every page. */
  readonly footer: readonly string[];
}

export function PickupPaper({ sheets, layout, isStrip, pictures, words, footer }: PickupPaperProps) {
  const columns = layout === 'a4' ? 4 : 1;
  const { texts } = words;
  const isCut = sheets.some(({ number }) => number !== null);
  return (
    <div
      className={`paper paper-${layout}${pictures === null ? ' paper-plain' : ''}${isStrip && !isCut ? ' paper-strip' : ''}`}
      lang={words.language}
    >
      {sheets.map(({ key, day, orders, number }) => (
        <div className="sheet" key={key}>
          <table>
            {layout === 'a4' ? (
              <colgroup>
                <col className="col-ticks" />
                <col className="col-time" />
                <col />
                <col className="col-money" />
              </colgroup>
            ) : null}
            <thead>
              <tr>
                <th colSpan={columns} scope="colgroup" className="day-head">
                  <h2>{dayHeading(day.day, words)}</h2>
                  <p>
                    {daySummary(day, words).map((line) => (
                      <span className="day-line" key={line}>
                        {inOneLine(line.split(' · '))}
                      </span>
                    ))}
                  </p>
                </th>
              </tr>
              {layout === 'a4' ? (
                <tr className="col-heads">
                  <th scope="col">{`${texts.made} · ${texts.pickedUp}`}</th>
                  <th scope="col">{texts.time}</th>
                  <th scope="col">
                    <div className="cakes">
                      {pictures === null ? null : <span>{texts.design}</span>}
                      <span>{texts.customer}</span>
                      <span>{texts.lettering}</span>
                    </div>
                  </th>
                  <th scope="col" className="money">
                    {texts.toPay}
                  </th>
                </tr>
              ) : null}
            </thead>
            <tfoot>
              <tr>
                <td colSpan={columns} className="foot-cell">
                  <div className="foot">
                    {footer.map((line) => (
                      <span key={line}>{line}</span>
                    ))}
                    {number === null ? null : <span>{number}</span>}
                  </div>
                </td>
              </tr>
            </tfoot>
            <tbody>
              {orders.map((row) =>
                layout === 'a4' ? (
                  <A4Order key={row.eid} row={row} pictures={pictures} words={words} />
                ) : (
                  <RollOrder key={row.eid} row={row} pictures={pictures} words={words} />
                ),
              )}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}

interface OrderProps {
  readonly row: OrderRow;
  readonly pictures: ReadonlyMap<string, string | null> | null;
  readonly words: PaperWords;
}

function A4Order({ row, pictures, words }: OrderProps) {
  const time = pickupTime(row, words);
  // An address takes the width of both columns; shorter words stand under the only cake.
  const isInCell = row.items.length === 1 && row.delivery === undefined;
  return (
    <tr className="order" data-order={row.eid}>
      <td className="ticks">
        <Tick isTicked={isMade(row)} label={words.texts.tickedMade} />
        <Tick isTicked={row.status === 'handed-over'} label={words.texts.tickedPickedUp} />
      </td>
      <td className="time">
        {time.time === '' ? null : <b>{time.time}</b>}
        {time.mark === '' ? null : <span>{time.mark}</span>}
      </td>
      <td>
        <div className="cakes">
          {row.items.length === 0 ? (
            <>
              {pictures === null ? null : <span />}
              <div>
                <Who row={row} words={words} />
                <p className="trouble">{words.texts.noCake}</p>
              </div>
            </>
          ) : (
            row.items.map((item, position) => (
              <CakeCells
                key={item.eid}
                item={item}
                number={row.items.length > 1 ? circled(position) : null}
                pictures={pictures}
                words={words}
                before={position === 0 ? <Who row={row} words={words} /> : null}
                more={row.items.length === 1 ? packagingWords(row, words) : []}
                after={isInCell ? <Rest row={row} pictures={pictures} words={words} /> : null}
              />
            ))
          )}
          {isInCell ? null : <Rest row={row} pictures={pictures} words={words} />}
        </div>
      </td>
      <td className="money">
        <Amounts row={row} words={words} />
      </td>
    </tr>
  );
}

function CakeCells({
  item,
  number,
  pictures,
  words,
  before,
  more,
  after,
}: {
  readonly item: ItemRow;
  readonly number: string | null;
  readonly pictures: ReadonlyMap<string, string | null> | null;
  readonly words: PaperWords;
  readonly before: ReactNode;
  readonly more: readonly string[];
  readonly after: ReactNode;
}) {
  const spec = inOneLine([...cakeWords(item, words), ...more]);
  return (
    <>
      {pictures === null ? null : <Picture sha={item.photo} pictures={pictures} words={words} />}
      <div>
        {before}
        <p>{number === null ? spec : `${number}\u00a0${spec}`}</p>
        {item.allergy === '' ? null : <p className="allergy-box">{words.texts.allergy(item.allergy)}</p>}
        {after}
      </div>
      <Lettering item={item} number={number} words={words} />
    </>
  );
}

function RollOrder({ row, pictures, words }: OrderProps) {
  const { texts } = words;
  const time = pickupTime(row, words);
  const isMany = row.items.length > 1;
  return (
    <tr className="order" data-order={row.eid}>
      <td>
        <div className="block-head">
          <span className="time">
            {time.time === '' ? null : <b>{time.time}</b>}
            {time.mark === '' ? null : <span>{time.mark}</span>}
          </span>
          <span className="ticks">
            <Tick isTicked={isMade(row)} label={texts.tickedMade} />
            <span aria-hidden="true">{texts.made}</span>
            <Tick isTicked={row.status === 'handed-over'} label={texts.tickedPickedUp} />
            <span aria-hidden="true">{texts.pickedUp}</span>
          </span>
        </div>
        <Who row={row} words={words} />
        {row.items.length === 0 ? <p className="trouble">{texts.noCake}</p> : null}
        {row.items.map((item, position) => {
          const number = isMany ? circled(position) : null;
          const spec = inOneLine(cakeWords(item, words));
          return (
            <div className="block-cake" key={item.eid}>
              {pictures === null || item.photo === null ? null : (
                <Picture sha={item.photo} pictures={pictures} words={words} />
              )}
              <p>{number === null ? spec : `${number}\u00a0${spec}`}</p>
              <Lettering item={item} number={number} words={words} />
              {item.allergy === '' ? null : <p className="allergy-box">{texts.allergy(item.allergy)}</p>}
            </div>
          );
        })}
        {packagingWords(row, words).length === 0 ? null : <p>{inOneLine(packagingWords(row, words))}</p>}
        <Rest row={row} pictures={pictures} words={words} isPackagingSaid />
        <div className="money">
          <Amounts row={row} words={words} />
        </div>
      </td>
    </tr>
  );
}

function Who({ row, words }: { readonly row: OrderRow; readonly words: PaperWords }) {
  const phone = phoneWords(row, words);
  return (
    <p className="who">
      <b>{row.name === '' ? words.base.nameUnknown : row.name}</b>
      {phone === null ? null : <span className="phone">{phone}</span>}
      {row.number === '' ? null : <span className="number">{row.number}</span>}
    </p>
  );
}

function Lettering({
  item,
  number,
  words,
}: {
  readonly item: ItemRow;
  readonly number: string | null;
  readonly words: PaperWords;
}) {
  // Kept together: a long unbroken lettering must not leave its number alone on a line.
  const before = number === null ? '' : `${number}\u00a0`;
  return (
    <div className="lettering">
      {item.lettering === '' ? null : <p>{`${before}${item.lettering}`}</p>}
      {item.boardLettering === '' ? null : (
        <p>
          <span className="board">{words.base.board}</span>
          {`\u00a0${before}${item.boardLettering}`}
        </p>
      )}
    </div>
  );
}

/** What belongs to the whole order, below its cakes: pictures no single cake has, where it goes, remarks, troubles. */
function Rest({ row, pictures, words, isPackagingSaid = false }: OrderProps & { readonly isPackagingSaid?: boolean }) {
  const packaging = isPackagingSaid || row.items.length === 1 ? [] : packagingWords(row, words);
  const remarks = [...(packaging.length === 0 ? [] : [inOneLine(packaging)]), ...orderRemarks(row, words)];
  const troubles = orderTroubles(row, words);
  const delivery = deliveryWords(row, words);
  const own = pictures === null ? [] : (row.orderPhotos ?? []);
  if (remarks.length + troubles.length + own.length === 0 && delivery === null) return null;
  return (
    <div className={own.length === 0 ? 'rest' : 'rest rest-pictured'}>
      {pictures === null ? null : own.map((sha) => <Picture key={sha} sha={sha} pictures={pictures} words={words} />)}
      <div className="rest-words">
        {own.length === 0 ? null : <p className="of-order">{words.texts.designOfOrder}</p>}
        {delivery === null ? null : (
          <p className="delivery">
            <span className="board">{delivery.method}</span>
            {delivery.address === '' ? null : <b>{`\u00a0${delivery.address}`}</b>}
            {delivery.receiver === '' ? null : (
              <>
                {delivery.address === '' ? '\u00a0' : '\u00a0· '}
                <span className="receiver">{delivery.receiver}</span>
              </>
            )}
          </p>
        )}
        {remarks.length === 0 ? null : <p>{remarks.join(' · ')}</p>}
        {troubles.length === 0 ? null : <p className="trouble">{troubles.join(' · ')}</p>}
      </div>
    </div>
  );
}

function Amounts({ row, words }: { readonly row: OrderRow; readonly words: PaperWords }) {
  return amountLines(row, words).map(({ label, amount }) => (
    <p key={label}>
      <span>{label}</span>
      {amount === null ? null : <b>{amount}</b>}
    </p>
  ));
}

function Picture({
  sha,
  pictures,
  words,
}: {
  readonly sha: string | null;
  readonly pictures: ReadonlyMap<string, string | null>;
  readonly words: PaperWords;
}) {
  if (sha === null) return <span />;
  const url = pictures.get(sha);
  if (url == null) return <span className="no-picture">{url === null ? words.texts.pictureMissing : ''}</span>;
  return <img src={url} alt={words.texts.design} data-sha={sha} />;
}

/** A box to tick with a pen; what the book knows to be done is ticked already. */
function Tick({ isTicked, label }: { readonly isTicked: boolean; readonly label: string }) {
  if (!isTicked) return <span className="tick" />;
  return (
    <span className="tick" role="img" aria-label={label}>
      ✓
    </span>
  );
}

function isMade(row: OrderRow): boolean {
  if (row.status === 'ready' || row.status === 'handed-over') return true;
  return row.items.length > 0 && row.items.every((item) => item.made);
}
