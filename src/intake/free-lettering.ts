// Finds the words that go on a cake where no label says so: in quotation marks, before "라고 써주세요", at a list's end.
// Law: what could be said to the shop is no lettering.
import { isQuestion } from './answers.ts';
import { letteringEnd } from './lettering-values.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';
import { BLANK } from './read-already.ts';

export interface Quote extends Range {
  readonly inner: Range;
  readonly isLettering: boolean;
}
const QUOTED = /"([^"\n]{1,80})"|「([^」\n]{1,80})」|『([^』\n]{1,80})』|(?<![A-Za-z])'([^'\n]{2,80})'(?![A-Za-z])/g;

export function findQuotes(words: string): Quote[] {
  const found: Quote[] = [];
  for (const match of words.matchAll(QUOTED)) {
    const inner = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const start = match.index + 1;
    const end = match.index + match[0].length;
    const after = words.slice(end, end + 16);
    const before = words.slice(Math.max(0, match.index - 24), match.index);
    const isLettering =
      /^\s?(?:이?라고|이?라구|으?로|적어|써\s?주|새겨|넣어|と(?:書|入|お)|on (?:it|the cake|top))/.test(after) ||
      /(?:문구|레터링|글씨|글자|says?|saying|write|written|text|lettering|message|with|words?)\s?(?:는|은|that)?\s?:?\s?$/i.test(
        before,
      );
    const trimmed = trimRange(words, start, start + inner.length);
    found.push({ start: match.index, end, inner: trimmed, isLettering });
  }
  return found;
}

/** "I'd like it to say Happy Birthday Mina.": up to the sentence's end. */
const SAYS =
  /(?:(?:to|should|it|that|which)\s(?:says?|reads?)|saying|(?<!n't\s)write)[:,]?\s(?!on\b)(?<text>[A-Z][^\n".!?▯]{1,60}?[!♥♡❤]*)(?=[.?](?:\s|$)|\s(?:on (?:it|top)|please|in \w+ (?:letters|icing))|,\s(?:and|please|thank|it's|my|no|with|I)|$)/;

/** "생일 축하해 라고 써주세요": from the clause's beginning to the mark. */
export function findWritten(words: string): (Range & { sure: boolean }) | null {
  const english =
    /(?:write|put|writing|says?|saying)\s(?!on\s)(?<text>[^\n"]{1,60}?)\son\s(?:it|top|the (?:cake|board|top))/i.exec(
      words,
    );
  if (english?.groups?.text !== undefined) {
    const start = english.index + english[0].indexOf(english.groups.text);
    return { start, end: start + english.groups.text.length, sure: true };
  }
  const said = SAYS.exec(words);
  if (said?.groups?.text !== undefined) {
    const start = said.index + said[0].length - said.groups.text.length;
    return { start, end: start + said.groups.text.length, sure: true };
  }
  const mark = letteringEnd(words);
  if (mark === null) return null;
  if (!/(?:이?라고|이?라구)\s*(?:적어|써|쓰|새겨|넣어|작성)/.test(words.slice(mark.end, mark.after + 4))) return null;
  const lead = words.slice(0, mark.end);
  const topic = /(?:문구|레터링|글씨|글자|글|케이크\s?위에|위에|판에|케이크에)(?:는|은|를|을|도)?\s?:?\s+/g;
  let start = 0;
  let sure = false;
  for (const match of lead.matchAll(topic)) {
    start = match.index + match[0].length;
    sure = true;
  }
  if (!sure) {
    const clause = /.*(?:[,.!?~]\s+|(?:고|요|데|구)\s+)/.exec(lead);
    start = clause?.[0].length ?? 0;
    sure = start === 0 && lead.length < 30 ? !/(?:케이크|호|픽업)\s/.test(lead) : false;
  }
  return start < mark.end ? { start, end: mark.end, sure } : null;
}

/** Between the slashes of a list. */
export function isDelimited(words: string, range: Range): boolean {
  return /(?:^|[/|,·])\s*$/.test(words.slice(0, range.start)) && /^\s*(?:[/|,·]|$)/.test(words.slice(range.end));
}

/** "① 1호 / 초코 / 엄마 사랑해": the one part of a cake's line that nothing else explains; it stands last. */
export function lastSegment(words: string): Range | null {
  const last = /(?:^|[/|]|\s-\s)\s*(?<text>[^/|▯]{2,40})$/.exec(words);
  const text = last?.groups?.text?.trim() ?? '';
  if (last === null || !words.includes(BLANK) || !/\p{L}{2}/u.test(text) || isQuestion(text)) return null;
  if (/주세요|부탁|추가|변경|할게|^(?:이?요|으?로|에|로요|입니다|each|please)[\s.!~]*$|^\S{1,6}:/.test(text))
    return null;
  if (words.slice(0, last.index + 1).replace(/[▯\s/|,.-]|이?요/g, '') !== '') return null;
  const start = words.length - last[0].length + last[0].indexOf(text);
  return { start, end: start + text.length };
}
