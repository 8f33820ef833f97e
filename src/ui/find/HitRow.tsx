// One found order: who, when, what, its status, and the words that were found, marked.
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Currency } from '../../domain/money.ts';
import type { Language } from '../../domain/order.ts';
import type { OrderRow } from '../../domain/order-row.ts';
import { foundRanges, type Token } from '../../domain/search-text.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { SearchHit } from '../../store/search-service.ts';
import { baseTexts } from '../base/base.texts.ts';
import { dayTitle, dayTitleYear, moneyText } from '../base/format.ts';
import { useTexts } from '../base/texts.ts';
import { Photo } from '../photos/Photo.tsx';
import { cakeWords, pickupTimeWords } from '../today/order-words.ts';
import { StatusPill } from '../today/StatusPill.tsx';
import { findTexts } from './find.texts.ts';

export interface HitRowProps {
  readonly hit: SearchHit;
  readonly tokens: readonly Token[];
  readonly today: LocalDate;
  readonly language: Language;
  readonly currency: Currency;
}

/** As it is dialled; grouped where it is a Korean mobile that was typed in one run. */
function phoneText(row: OrderRow): string {
  return row.phone.replace(/^(01\d)(\d{3,4})(\d{4})$/, '$1-$2-$3');
}

export const HitRow = memo(function HitRow({ hit, tokens, today, language, currency }: HitRowProps) {
  const { row } = hit;
  const texts = useTexts(findTexts);
  const base = useTexts(baseTexts);
  const time = pickupTimeWords(row, base);
  const day =
    row.day === ''
      ? base.dateUnknown
      : row.day.slice(0, 4) === today.slice(0, 4)
        ? dayTitle(row.day, language)
        : dayTitleYear(row.day, language);
  const why = reason(hit, { texts, base, language, currency });
  const phone = phoneText(row);
  const picture = row.items.find((item) => item.photo !== null)?.photo ?? null;
  return (
    <Link href={`/order/${row.eid}`} className="hit">
      <Photo sha={picture} alt="" className="hit-photo" />
      <span className="hit-who">
        <b>{row.name === '' ? base.nameUnknown : <Marked text={row.name} tokens={tokens} />}</b>{' '}
        {phone === '' ? null : (
          <span className="hit-phone">
            <Marked text={phone} tokens={tokens} />
          </span>
        )}
      </span>
      <span className="hit-when">
        {day}
        {time === null ? null : ` · ${time}`}
      </span>
      <span className="hit-what">
        {row.items
          .map(cakeWords)
          .filter((words) => words !== '')
          .join(', ')}
      </span>
      {why === null ? null : (
        <span className="hit-why">
          <span className="hit-label">{why.label}</span>{' '}
          {why.isWhole ? <mark>{why.text}</mark> : <Marked text={why.text} tokens={tokens} />}
        </span>
      )}
      <span className="hit-status">
        {row.flags.includes('deleted') ? (
          <span className="tag">{texts.deleted}</span>
        ) : (
          <StatusPill status={row.status} />
        )}
        {row.number === '' ? null : <span className="hit-number">{row.number}</span>}
      </span>
    </Link>
  );
});

interface Reason {
  readonly label: string;
  readonly text: string;
  /** All of it is what was found: an amount, which is written otherwise than it was typed. */
  readonly isWhole: boolean;
}

function reason(
  { row, field }: SearchHit,
  words: {
    readonly texts: (typeof findTexts)['ko'];
    readonly base: (typeof baseTexts)['ko'];
    readonly language: Language;
    readonly currency: Currency;
  },
): Reason | null {
  const { texts } = words;
  const plain = (label: string, text: string): Reason => ({ label, text, isWhole: false });
  switch (field) {
    case 'lettering':
      return plain(
        texts.lettering,
        row.items
          .flatMap((item) => [item.lettering, item.boardLettering])
          .filter((text) => text !== '')
          .map((text) => text.replaceAll('\n', ' '))
          .join(' / '),
      );
    case 'payer':
      return plain(texts.payer, row.payer);
    case 'collector':
      return plain(texts.collector, row.collector);
    case 'memo':
      return plain(texts.memo, row.memo);
    case 'number':
      return plain(texts.number, row.number);
    case 'amount': {
      const minor = row.totalMinor ?? row.paidMinor;
      return {
        label: texts.amount,
        text: moneyText(minor, row.currency ?? words.currency, words.language),
        isWhole: true,
      };
    }
    case 'name':
    case 'phone':
      return null;
  }
}

function Marked({ text, tokens }: { readonly text: string; readonly tokens: readonly Token[] }): ReactNode {
  const ranges = foundRanges(text, tokens);
  if (ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(<mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
