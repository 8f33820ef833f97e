// Forms whose questions stand together and whose answers follow: a row of headings, "1.성함 2.연락처" over numbered lines.
// Law: an answer belongs to a question only where there are as many of both and the phone stands where it was asked for.
import type { BracketValue } from './label-brackets.ts';
import { readLabel } from './label-grammar.ts';
import { RULE_LINE } from './line-marks.ts';
import type { Field, LearnedLabel } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';
import type { ChatLine } from './speakers.ts';

export interface LabelTable {
  /** By line, the answers that stand on it. */
  readonly values: ReadonlyMap<number, readonly BracketValue[]>;
  /** Lines that only ask. */
  readonly heads: ReadonlySet<number>;
}
interface Question extends Range {
  readonly fields: readonly Field[];
}

const FEWEST = 3;
const MAX_HEAD_LINE = 200;
const SEPARATORS = [/\s*\|\s*/g, /\t+/g, /\s*\/\s*/g, /\s*[,、]\s*/g, /\s{2,}/g];
const LISTED = /(?:^|[\s,/])(?:\d{1,2}\s?[.)]|[①-⑳])\s*/g;
const NUMBER = /^\s*[([]?\s?(?:(?<n>\d{1,2})\s?[.):\]]|(?<circled>[①-⑳]))\s*/;
/** "(양식: 1.성함 2.연락처 …)": the questions themselves follow. */
const FORM_HEAD = /^\s*(?:[([<]\s*)?(?:양식|주문서|순서|항목|form|項目)\s*:?\s*|^\s*[([<]\s*(?=(?:1\s?[.)]|①))/i;
const PHONE = /^[+(]?[\dOo][\dOo\s().-]{7,}$/;

/** The line's cells as `separator` divides them. */
function cellsOf(text: string, line: Range, separator: RegExp): Range[] {
  const words = text.slice(line.start, line.end);
  const cells: Range[] = [];
  let at = 0;
  for (const cut of [...words.matchAll(separator), null]) {
    const cell = trimRange(text, line.start + at, line.start + (cut?.index ?? words.length));
    if (cell.end > cell.start || (cut !== null && at > 0)) cells.push(cell);
    at = cut === null ? words.length : cut.index + cut[0].length;
  }
  return cells;
}

/** The questions of a line that holds nothing else; [] when it says anything. */
function questionsOf(text: string, line: Range, learned: readonly LearnedLabel[]): Question[] {
  if (line.end - line.start > MAX_HEAD_LINE) return [];
  const lead = FORM_HEAD.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const end = lead > 0 && /[)\]>]$/.test(text.slice(line.start, line.end)) ? line.end - 1 : line.end;
  for (const separator of [LISTED, ...SEPARATORS]) {
    const cells = cellsOf(text, { start: line.start + lead, end }, separator).filter((cell) => cell.end > cell.start);
    if (cells.length < FEWEST) continue;
    const questions = cells.map((cell) => ({
      ...cell,
      fields: readLabel(text.slice(cell.start, cell.end), false, learned),
    }));
    if (questions.every((question) => question.fields.length > 0)) return questions;
  }
  return [];
}

const IN_LINE = /(?:^|[\s,/~!.:)\]])[([]?(?:(?<n>\d{1,2})\s?[.)](?!\d)|(?<circled>[①-⑳]))\s*/g;
const IN_LINE_TIGHT = /(?:^|[\s,/~!.:)\]])[([]?(?:(?<n>\d{1,2})\s?[.)]|(?<circled>[①-⑳]))\s*/g;

/** "1. … 2. … 3. …": what stands behind each number that counts on from one; `lead`: words may stand before the first. */
export function numberedCells(text: string, line: Range, lead: boolean): Range[] {
  const words = text.slice(line.start, line.end);
  if (words.length > MAX_HEAD_LINE) return [];
  for (const pattern of [IN_LINE, IN_LINE_TIGHT]) {
    const marks: RegExpExecArray[] = [];
    for (const match of words.matchAll(pattern)) {
      const n = Number(match.groups?.n ?? (match.groups?.circled?.codePointAt(0) ?? 0x245f) - 0x245f);
      if (n === marks.length + 1) marks.push(match);
    }
    if (marks.length < FEWEST || (!lead && marks[0]?.index !== 0)) continue;
    return marks.map((mark, i) => {
      const cell = trimRange(words, mark.index + mark[0].length, marks[i + 1]?.index ?? words.length);
      const end = cell.start + words.slice(cell.start, cell.end).replace(/[\s,/]+$/, '').length;
      return { start: line.start + cell.start, end: line.start + end };
    });
  }
  return [];
}

/** "1.성함 2.연락처 …" in one line, most often the shop's, and a line of the customer's answers behind the same numbers. */
function findNumberedLine(text: string, lines: readonly ChatLine[], learned: readonly LearnedLabel[]): LabelTable {
  const values = new Map<number, BracketValue[]>();
  for (const [at, shop] of lines.entries()) {
    const questions = numberedCells(text, trimRange(text, shop.start, shop.end), shop.by === 'shop').map((cell) => ({
      ...cell,
      fields: readLabel(text.slice(cell.start, cell.end), false, learned),
    }));
    if (questions.length === 0 || questions.some((question) => question.fields.length === 0)) continue;
    const found = lines.findIndex(
      (line) =>
        line.by === 'customer' &&
        line.start > shop.end &&
        numberedCells(text, trimRange(text, line.start, line.end), false).length === questions.length,
    );
    const line = lines[found];
    if (line === undefined) continue;
    const answers = numberedCells(text, trimRange(text, line.start, line.end), false);
    const asksPhone = questions.some(({ fields }) => fields.includes('phone'));
    const asksAgain = answers.some((cell) => readLabel(text.slice(cell.start, cell.end), false, learned).length > 0);
    if ((asksPhone && !fits(text, questions, answers)) || asksAgain) continue;
    values.set(
      found,
      answers.flatMap((value, n) =>
        value.end <= value.start
          ? []
          : [{ fields: questions[n]?.fields ?? [], labelAt: n === 0 ? line.start : (answers[n - 1]?.end ?? 0), value }],
      ),
    );
    return { values, heads: new Set([at]) };
  }
  return { values, heads: new Set() };
}

/** Whether the answers can be those of the questions: the phone, where it was asked for, is one. */
function fits(text: string, questions: readonly Question[], answers: readonly Range[]): boolean {
  const at = questions.findIndex((question) => question.fields.length === 1 && question.fields[0] === 'phone');
  const answer = answers[at];
  return (
    answers.length === questions.length &&
    answer !== undefined &&
    PHONE.test(text.slice(answer.start, answer.end).trim())
  );
}

interface Answer extends Range {
  readonly line: number;
  /** Where its number begins. */
  readonly labelAt: number;
}

/** The answers on lines of their own, numbered from one or, to the end of the text, bare. */
function answersOf(text: string, lines: readonly Answer[], count: number): readonly Answer[] {
  const numbered = lines.slice(0, count).flatMap((own, i) => {
    const match = NUMBER.exec(text.slice(own.start, own.end));
    const n = Number(match?.groups?.n ?? (match?.groups?.circled?.codePointAt(0) ?? 0x245f) - 0x245f);
    return match === null || n !== i + 1 ? [] : [{ ...own, ...trimRange(text, own.start + match[0].length, own.end) }];
  });
  if (numbered.length === count) return numbered;
  return lines.length === count ? lines : [];
}

/** The answers of questions that stand together on one line; empty where the message has no such form. */
export function findTableValues(
  text: string,
  lines: readonly ChatLine[],
  learned: readonly LearnedLabel[],
): LabelTable {
  const asked = findNumberedLine(text, lines, learned);
  if (asked.values.size > 0) return asked;
  const values = new Map<number, BracketValue[]>();
  const heads = new Set<number>();
  const own = lines.flatMap((chatLine, line) => {
    const words = text.slice(chatLine.start, chatLine.end);
    return chatLine.by !== 'customer' || words.trim() === '' || RULE_LINE.test(words)
      ? []
      : [{ ...trimRange(text, chatLine.start, chatLine.end), line, labelAt: chatLine.start }];
  });
  for (const [i, head] of own.entries()) {
    const questions = questionsOf(text, head, learned);
    if (questions.length === 0) continue;
    const below = own.slice(i + 1);
    const [next] = below;
    const put = (answers: readonly Answer[]) => {
      heads.add(head.line);
      answers.forEach((value, n) => {
        const question = questions[n];
        if (question === undefined || value.end <= value.start) return;
        const entry = { fields: question.fields, labelAt: value.labelAt, value };
        values.set(value.line, [...(values.get(value.line) ?? []), entry]);
      });
    };
    const rows = SEPARATORS.map((separator) => (next === undefined ? [] : cellsOf(text, next, separator)));
    const row = rows.find((cells) => fits(text, questions, cells));
    if (row !== undefined && next !== undefined)
      put(row.map((cell) => ({ ...cell, line: next.line, labelAt: cell.start })));
    else {
      const runs = [below, ...own.slice(0, i).map((_, at) => own.slice(at, i))];
      const answers = runs
        .map((run) => answersOf(text, run, questions.length))
        .find((found) => fits(text, questions, found));
      if (answers !== undefined) put(answers);
    }
    return { values, heads };
  }
  return { values, heads };
}
