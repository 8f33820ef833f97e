// What stands before the words of a line: bullets, line numbers, the number of a cake.
// Law: a number counts cakes only where the line does; in a list of labels it is the form's own.
import { readHead } from './label-sites.ts';
import type { LearnedLabel } from './message-reading.ts';
import type { ChatLine } from './speakers.ts';

export const RULE_LINE = /^[\s\-=_*~─━―・.·#+<>|♡♥★☆✦•]+$/;
export const BULLETS =
  /^(?:\s|\|(?=[^|\n]+\|)|[-*•※∙⦁➤>=\p{So}\p{Sk}❶-❿➀-➓㉠-㉭⋆୨୧ꕤ〉»]|[~ㅇ](?=\s)|ㅇ(?=[가-힣\s]{1,12}:)|·(?=\s?\S)|\p{Extended_Pictographic})+/u;
const NUMBER_MARK =
  /^[([]?\s?(?:(?<n>\d{1,2})\s?(?:[)\]]|:(?!\d)|\.(?!\s?\d)|\.(?=\s+\d(?:\.5)?\s?호))|(?<circled>[①-⑳])|(?<letter>[A-La-l가나다라마바사아자차카타])\s?[.)](?=\s)|#\s?(?<hash>\d{1,2})\s?[:.)]?)\s*(?!\d*\s?[~월/.])/;
const CAKE_MARK =
  /^(?:[([<]\s?)?(?:(?:케이크|케익|주문|cake|ケーキ|상품)\s?(?:#|no\.?\s?)?(?<a>\d|[①-⑳]|[ABab가나다])(?:번째|번)?|(?<b>\d)\s?번\s?째?\s?(?:케이크|케익|주문)?|(?<c>첫|두|세|네)\s?번째\s?(?:케이크|케익)?(?:는|은)?|(?<d>first|second|third|1st|2nd|3rd)(?:\s(?:cake|one))?|(?<e>\d)つ目(?:は)?)\s?(?:[)\]>]\s?:?|[:.,)/-]|\s|$)\s*/i;

function cakeNumber(text: string): { number: number; length: number } | null {
  const match = CAKE_MARK.exec(text);
  const g = match?.groups;
  if (match === null || g === undefined) return null;
  const written = (g.a ?? g.b ?? g.c ?? g.d ?? g.e ?? '').toLowerCase();
  const words = ['', '첫|first|1st|a|가|①', '두|second|2nd|b|나|②', '세|third|3rd|다|③', '네|④'];
  const at =
    /^\d/.test(written) && !/[a-z]/.test(written)
      ? Number(written)
      : words.findIndex((list) => list !== '' && list.split('|').includes(written));
  return at > 0 ? { number: at, length: match[0].length } : null;
}

const LIST_NUMBER = /^[([]?\s?(?<n>\d{1,2})\s?(?:[.)\]]|:(?!\d))\s*/;
/** "#1", "1번": a list's only when its lines are a form's, else the cakes'. */
const LOOSE_NUMBER = /^(?:#\s?|no\.?\s?|q\.?\s?)?(?<n>\d{1,2})\s?(?:번\s?[.):]?|[.):])?\s+(?=\D)/i;
/** Labels that no cake has of its own. */
const OF_ONE_PERSON = /^(?:name|phone|date|time|pickup|depositor)$/;

/** Lines of a list numbered 1, 2, 3 …: there "3. 10/31" is the third line, not the tenth of March. */
export function listNumbers(
  text: string,
  lines: readonly ChatLine[],
  learned: readonly LearnedLabel[],
): ReadonlySet<number> {
  const listed = new Set<number>();
  for (const pattern of [LIST_NUMBER, LOOSE_NUMBER]) {
    let run: number[] = [];
    let persons = 0;
    lines.forEach((chatLine, line) => {
      if (chatLine.by !== 'customer') return;
      const content = text.slice(chatLine.start, chatLine.end).replace(BULLETS, '');
      const match = pattern.exec(content);
      const number = Number(match?.groups?.n ?? 0);
      if (match === null || number === 0) return;
      if (number !== run.length + 1) {
        run = [];
        persons = 0;
        if (number !== 1) return;
      }
      run.push(line);
      const head = readHead(content.slice(match[0].length), learned);
      if (head?.fields.some((field) => OF_ONE_PERSON.test(field)) === true) persons++;
      if (run.length >= 3 && (pattern === LIST_NUMBER || persons >= 2)) for (const own of run) listed.add(own);
    });
  }
  return listed;
}

export interface LineMark {
  readonly number: number;
  /** Only a line number, which forms use for their labels too. */
  readonly weak: boolean;
  /** How much of the line it takes. */
  readonly length: number;
}

/** The number that the line begins with, of a cake or of a list; `listed`: its list is known. */
export function readLineMark(content: string, listed: boolean): LineMark | null {
  const loose = listed ? (LIST_NUMBER.exec(content) ?? LOOSE_NUMBER.exec(content)) : null;
  const cake = loose === null ? cakeNumber(content) : null;
  if (cake !== null) return { ...cake, weak: false };
  const numbered = loose ?? NUMBER_MARK.exec(content);
  if (numbered === null) return null;
  const g = numbered.groups ?? {};
  const length = numbered[0].length + (BULLETS.exec(content.slice(numbered[0].length))?.[0].length ?? 0);
  return { number: numberOfMark(g), weak: g.hash === undefined, length };
}

function numberOfMark(groups: Readonly<Record<string, string | undefined>>): number {
  const { letter, circled } = groups;
  if (letter !== undefined)
    return Math.max('abcdefghijkl'.indexOf(letter.toLowerCase()), '가나다라마바사아자차카타'.indexOf(letter)) + 1;
  if (circled !== undefined) return (circled.codePointAt(0) ?? 0x2460) - 0x245f;
  return Number(groups.n ?? groups.hash ?? 0);
}
