// The choices of a form that the customer left standing, with a mark at the one that is taken: "1호 / 2호(O) / 3호", "☐ 미니 ☑ 1호".
// Law: exactly one mark among two choices or more chooses; anything else chooses nothing.
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';

/** Boxes and brackets that hold nothing, or a cross where others hold a tick. */
const EMPTY_MARK = '[☐□◻⬜○]|[(\\[]\\s*\\)|\\[\\s*\\]|\\(\\s*\\)|[(\\[]\\s?-\\s?[)\\]]';
const TICK_MARK =
  '[☑✅✔✓☒■◼●◉]|[(\\[]\\s*[vVoO✓✔✅]\\s*[)\\]]|\\[\\s*[xX]\\s*\\]|[(\\[]?\\s*←\\s*(?:이걸?로?|선택|this)?\\s*[)\\]]?|[(\\[]\\s*(?:선택|체크|이거|이걸로|this one|選択)\\s*[)\\]]';
const CROSS_MARK = '\\(\\s*[xX]\\s*\\)';
const MARK = new RegExp(`(?<tick>${TICK_MARK})|(?<empty>${EMPTY_MARK}|${CROSS_MARK})`, 'gu');
/** "1호 V / 2호": a letter alone behind its choice. */
const LETTER_TICK = /(?:(?<=[가-힣\d)])|\s)[vV](?=\s*$)|^\s*[vV]\s/u;
const SEPARATOR = /\s*[/,|·]\s*|\s{2,}/g;

interface Choice extends Range {
  readonly ticked: boolean;
}

/** Where the words are divided into choices, each with its mark. */
function choicesOf(words: string): Choice[] {
  const marks = [...words.matchAll(MARK)];
  const parts = partsBetween(words, [...words.matchAll(SEPARATOR)]);
  if (parts.length > 1) return parts.map((part) => choiceIn(words, part));
  const leading = marks[0] !== undefined && words.slice(0, marks[0].index).trim() === '';
  return marks.map((mark, i) => {
    const end = mark.index + mark[0].length;
    const own = leading
      ? { start: end, end: marks[i + 1]?.index ?? words.length }
      : { start: i === 0 ? 0 : (marks[i - 1]?.index ?? 0) + (marks[i - 1]?.[0].length ?? 0), end: mark.index };
    return { ...trimRange(words, own.start, own.end), ticked: mark.groups?.tick !== undefined };
  });
}

function partsBetween(words: string, cuts: readonly RegExpExecArray[]): Range[] {
  const parts: Range[] = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push({ start: at, end: cut.index });
    at = cut.index + cut[0].length;
  }
  parts.push({ start: at, end: words.length });
  return parts.filter((part) => part.end > part.start);
}

/** One choice between separators, without its mark; the mark stands before or behind it. */
function choiceIn(words: string, part: Range): Choice {
  const own = words.slice(part.start, part.end);
  const [mark, another] = own.matchAll(MARK);
  const found = mark ?? LETTER_TICK.exec(own);
  if (found === null || another !== undefined) return { ...part, ticked: false };
  const isLead = own.slice(0, found.index).trim() === '';
  const end = found.index + found[0].length;
  const range = isLead ? trimRange(own, end, own.length) : trimRange(own, 0, found.index);
  const isEdge = isLead || own.slice(end).trim() === '';
  return {
    start: part.start + range.start,
    end: part.start + range.end,
    ticked: isEdge && (mark === undefined || mark.groups?.tick !== undefined),
  };
}

/** The one choice that is marked among several; null where nothing is marked, or more than one. */
export function markedChoice(words: string): Range | null {
  const choices = choicesOf(words).filter((choice) => choice.end > choice.start);
  const [only, another] = choices.filter((choice) => choice.ticked);
  return choices.length < 2 || only === undefined || another !== undefined
    ? null
    : { start: only.start, end: only.end };
}

/** Whether the words hold marks of a choice at all. */
export function hasChoiceMarks(words: string): boolean {
  return new RegExp(`[☐□◻⬜☑✅✔✓☒■◼]|${TICK_MARK}|\\[\\s*\\]|\\(\\s*\\)`, 'u').test(words);
}
