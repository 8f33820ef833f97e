// Cuts the customer's lines into pieces: a label with its value, or free words.
// Law: every character of a customer's line is in exactly one piece, a label, a bullet or a rule between paragraphs.

import { findSizes } from './cake-words.ts';
import { findBracketValues } from './label-brackets.ts';
import { readGluedText } from './label-glued.ts';
import { readLabel } from './label-grammar.ts';
import type { Binding, Head, Site } from './label-sites.ts';
import { colonAt, findSites, isLettering, readHead } from './label-sites.ts';
import { findTableValues, numberedCells } from './label-tables.ts';
import { letteringEnd } from './lettering-values.ts';
import { BULLETS, listNumbers, RULE_LINE, readLineMark } from './line-marks.ts';
import type { Field, LearnedLabel } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { trimRange } from './normal-text.ts';
import { markOwnerLines, readOwnedLabel } from './owned-labels.ts';
import { findPhones } from './phones.ts';
import { joinNextLines, keepTextWhole } from './piece-joins.ts';
import type { ChatLine } from './speakers.ts';
import { withoutSigns } from './value-signs.ts';

export interface Piece extends Range {
  /** What the label asks for; [] for free words. */
  readonly fields: readonly Field[];
  readonly binding: Binding;
  /** Label, sign and value. */
  readonly whole: Range;
  readonly line: number;
  readonly chatLine: ChatLine;
  readonly paragraph: number;
  /** The number of the cake this line is marked with: "1)", "케이크 2:". */
  readonly mark: number | null;
  /** The mark is only a line number, which forms use for their labels too. */
  readonly weakMark: boolean;
  /** The size or product in front of the label's own words: "1호 문구:". */
  readonly owner?: Range;
}

/** Without a sign between them, a label's value ends with its clause; lettering ends with its line. */
function isLoose(fields: readonly Field[], binding: Binding): boolean {
  return (
    fields.length > 0 &&
    !isLettering(fields) &&
    fields[0] !== 'allergy' &&
    (binding === 'space' || binding === 'particle')
  );
}

/** "Sat, Oct 24", "10월 24일, 오후 3시": the comma is within the date. */
const GOES_ON =
  /^,\s*(?:20\d\d|\d{1,2}(?:st|nd|rd|th|월|일|시|\s?[ap]\.?m|:\d\d)|오전|오후|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** "숫자초 5, 일반초 2개": one wish. */
const MORE_CANDLES = /^,\s?(?:(?:긴|짧은|숫자|큰|작은|일반|기본|서비스)\s?초|\d{1,2}\s?개?(?:요|씩)?\s*$)/;

/** Where a sentence's clause ends: a stop, a comma, an ending that joins, a phone. */
const CLAUSE_END =
  /(?<=[가-힣]|[a-z]{2})[.!?~]\s|(?<=\d)[!?~]\s|(?=(?:이?랑|하고)\s(?:보냉|쇼핑백|초|숫자초|긴초))|,\s|[、。！]|\s[/|]\s|\t|\s{2,}|(?<=[가-힣](?:고|구|데|서))요?\s(?=[^\d\s]|\d(?:\.5)?\s?호)|(?<=[가-힣](?:게요|께요|니다|세요|려요|가요|이에요|예요|까요)|\d개[요여용])\s(?=\S)|\s(?=\(?0\d{1,2}[-.\s)]{0,2}\d{3,4}[-.\s]?\d{4})/g;

function looseEnd(line: string, from: number, end: number, fields: readonly Field[]): number {
  const value = line.slice(from, end);
  const lead = /^\s*/.exec(value)?.[0].length ?? 0;
  const isDay = fields.some((field) => field === 'date' || field === 'time' || field === 'pickup');
  for (const stop of value.slice(lead).matchAll(CLAUSE_END)) {
    if (stop.index === 0) return end;
    const rest = value.slice(lead + stop.index);
    const isPhone = fields.includes('phone') && /^\s$/.test(stop[0]) && /^\s0/.test(rest);
    if (isPhone) return end;
    if (fields.includes('candles') && stop[0].startsWith(',') && MORE_CANDLES.test(rest)) continue;
    if (isDay && stop[0].startsWith(',') && GOES_ON.test(rest)) continue;
    return from + lead + stop.index + (/[가-힣]/.test(stop[0]) ? stop[0].length : 0);
  }
  return end;
}

/** "긴초 2개": the label is a part of the wish. */
const CANDLE_KIND = /(?:긴|짧은|숫자|큰|작은)\s?초|number|long|short/i;

function behindHead(head: Head): 'text' | 'sign' | 'words' {
  if (isLettering(head.fields)) return 'text';
  return head.binding === 'colon' ? 'sign' : 'words';
}

const isLong = (fields: readonly Field[]) =>
  fields.some((field) => field === 'notes' || field === 'design' || field === 'ignored');

/** "앗 죄송해요 사이즈 1호로 …": a label may follow what one says first. */
const SIGH =
  /^(?:(?:앗|아+|아참|참|헉|어|엇|그리고|죄송(?:한데요?|하지만|해요|합니다)|저기요?|사장님|oh|sorry|actually)(?:[\s,.!~ㅠㅜ]+))+/i;

const EXAMPLE = '(?:예|예시|ex|e\\.g|eg|例)';
const BRACKETED_EXAMPLE = `[([<]\\s?${EXAMPLE}\\s?[:.)]\\s?[^)\\]>\\n]*[)\\]>]`;
const EXAMPLE_FIRST = new RegExp(`^${BRACKETED_EXAMPLE}\\s*`, 'i');
const EXAMPLE_LAST = new RegExp(`\\s*${BRACKETED_EXAMPLE}$`, 'i');
const ONLY_EXAMPLE = new RegExp(`^${EXAMPLE}\\s?[:)]`, 'i');

/** "(예: 10/1 15시)" in a value is the form's, not the customer's. */
function withoutExample(text: string, range: Range): { start: number; end: number } {
  const words = text.slice(range.start, range.end);
  const start = range.start + (EXAMPLE_FIRST.exec(words)?.[0].length ?? 0);
  const last = EXAMPLE_LAST.exec(text.slice(start, range.end));
  const end = last === null ? range.end : start + last.index;
  return ONLY_EXAMPLE.test(text.slice(start, end)) ? { start, end: start } : { start, end };
}

const EXAMPLE_BEHIND = new RegExp(
  `^(?<label>[^\\n([<]{1,24}?)\\s*:?\\s*(?:${EXAMPLE}\\s?[:.)]+\\s?[^\\s:][^\\n]*|[([<]\\s?${EXAMPLE}\\s?[:.)]+[^)\\]>\\n]+[)\\]>]\\s*:?\\s*)$`,
  'i',
);

/** "성함 ex) 김철수": how much of the line is the label that waits for its answer below. */
function labelBeforeExample(line: string, learned: readonly LearnedLabel[]): number | null {
  const label = EXAMPLE_BEHIND.exec(line)?.groups?.label;
  return label === undefined || readLabel(label, false, learned).length === 0 ? null : label.length;
}

/** "… 사랑해 제 이름은": the owner in front belongs to the label. */
const ownerBefore = (before: string) =>
  /(?<=\s)(?:제|저의|저희|예약자|주문자|my|the)\s$/i.exec(before)?.[0].length ?? 0;

/** "맛: 시트 초코 / 크림 생크림": words of the taste's own value. */
const OF_TASTE: ReadonlySet<Field | undefined> = new Set(['sheet', 'cream', 'flavor']);

function cutLine(
  text: string,
  base: Omit<Piece, 'start' | 'end' | 'fields' | 'binding' | 'whole'>,
  from: number,
  to: number,
  learned: readonly LearnedLabel[],
): Piece[] {
  const line = text.slice(from, to);
  const pieces: Piece[] = [];
  const head = readHead(line, learned);
  const sigh = head === null ? (SIGH.exec(line)?.[0].length ?? 0) : 0;
  if (sigh > 0 && readHead(line.slice(sigh), learned) !== null)
    return [
      {
        ...base,
        ...trimRange(text, from, from + sigh),
        fields: [],
        binding: 'free',
        whole: { start: from, end: from + sigh },
      },
      ...cutLine(text, base, from + sigh, to, learned),
    ];
  const put = (fields: readonly Field[], binding: Binding, labelAt: number, signAt: number, end: number) => {
    const cut = isLoose(fields, binding) ? looseEnd(line, signAt, end, fields) : end;
    if (cut < end) put([], 'free', cut, cut, end);
    const kind = binding === 'space' && fields[0] === 'candles' ? CANDLE_KIND.exec(line.slice(labelAt, signAt)) : null;
    const valueAt = kind === null ? signAt : labelAt + kind.index;
    const trimmed = trimRange(text, from + Math.min(valueAt, cut), from + cut);
    const value = fields.length === 0 ? { ...trimmed } : withoutExample(text, withoutSigns(text, trimmed));
    const joint =
      cut < line.length || (isLettering(fields) && binding !== 'colon')
        ? /[\s,/|;·、。]+$|(?<=[^.])\.$/.exec(text.slice(value.start, value.end))
        : null;
    if (joint !== null) value.end = value.start + joint.index;
    const isBracketed = line.charAt(labelAt - 1) === '(' && fields.length > 0;
    if (isBracketed && text.charAt(value.end - 1) === ')') value.end--;
    if (fields.length === 0 && value.end <= value.start) return;
    pieces.push({ ...base, ...value, fields, binding, whole: { start: from + labelAt, end: from + cut } });
  };
  const unknown = head === null ? unknownLabel(line) : null;
  const colon = colonAt(line);
  const owned = colon < 2 || colon > 24 ? null : readOwnedLabel(line.slice(0, colon), learned);
  if (owned !== null && (owned.isSize || unknown !== null)) {
    put(owned.fields, 'colon', 0, colon + 1, line.length);
    const owner = { start: from + owned.owner.start, end: from + owned.owner.end };
    return pieces.map((piece) => ({ ...piece, owner }));
  }
  if (unknown !== null) {
    put([], 'unknown', 0, 0, line.length);
    return pieces;
  }
  const quiet = head !== null && isLong(head.fields) && head.binding === 'colon';
  const all = quiet
    ? strongSites(line, head.valueAt, learned)
    : findSites(line, head?.valueAt ?? 0, head === null ? 'words' : behindHead(head), learned);
  const sites = all.filter((site, i) => {
    const before = i === 0 ? head : (all[i - 1]?.head ?? null);
    if (site.head.binding === 'colon' || before === null) return true;
    const isPartOfTaste = head?.binding === 'colon' && head.fields[0] === 'flavor' && OF_TASTE.has(site.head.fields[0]);
    return site.head.fields[0] !== before.fields[0] && !isPartOfTaste;
  });
  const labelled = sites.map((site) => ({ ...site, labelAt: site.labelAt - ownerBefore(line.slice(0, site.labelAt)) }));
  const entries = head === null ? labelled : [{ labelAt: 0, head }, ...labelled];
  const [first] = entries;
  if (head === null) put([], 'free', 0, 0, first?.labelAt ?? line.length);
  for (const [i, { labelAt, head: own }] of entries.entries()) {
    const stop = entries[i + 1]?.labelAt ?? line.length;
    const ending = isLettering(own.fields) ? letteringStop(line, own, labelAt, stop) : null;
    if (ending !== null && ending < line.length) {
      put(own.fields, own.binding, labelAt, own.valueAt, ending);
      pieces.push(...cutLine(text, base, from + ending, to, learned));
      return pieces;
    }
    put(own.fields, own.binding, labelAt, own.valueAt, stop);
  }
  return pieces;
}

/** What follows a sentence of lettering when another sentence of the order begins. */
const NEXT_SENTENCE = /[.!~,]\s+(?=\S)|\s\/\s/g;
const OF_AN_ORDER =
  /^(?:(?:\d{1,2}|한|두|세)\s?개(?:요|입니다)?\s*$|하나(?:요)?\s*$|[^.!~,]{0,24}(?:부탁|주세요|할게요|갈게요|가능할|입니다|이에요|예요|이요|이고요|고요)|\+?\(?0\d{1,2}|(?:높은\s?)?\d호|도시락|미니|\d{1,2}(?:월|\/)|(?:이름|성함|(?:폰|전화|핸드폰|휴대폰)?\s?번호|폰번|전번|핸번|연락처|픽업|초|보냉백|입금자|사이즈|크기|맛|핸드폰|휴대폰|전화|수령|날짜|시간|예약자)\S{0,3}?(?:은|는|도|명|\s|:)|(?:my name|name is|this is|i'm|phone|tel|pick(?:ed)?[ -]?up|no candles?|\d candles?)(?![a-z]))/i;

/** "문구 사랑해 김가람 010-…": a full name and a phone end the wish. */
const NAME_AND_PHONE = /\s(?:[가-힣]{3}\s{1,2})?\(?0\d{1,2}[-.\s)]{0,2}\d{3,4}[-.\s]?\d{4}(?!\d)/;

/** "문구는 축하해요 11/7 2시 …": a day with its hour ends the wish. */
const DAY_AND_HOUR =
  /\s\d{1,2}\s?(?:\/|월\s?)\d{1,2}일?(?:\s?\([월화수목금토일]\))?(?:에|\s[월화수목금토일]요일)?\s(?:오전|오후|낮|저녁)?\s?\d{1,2}(?:시|:\d\d)/;

/** Where the lettering of a sentence ends, behind "라고 적어주세요" or before the next sentence; null: with its line. */
function letteringStop(line: string, own: Head, labelAt: number, nextLabel: number): number | null {
  const value = line.slice(own.valueAt);
  const lead = /^\s*/.exec(value)?.[0].length ?? 0;
  const quoted =
    /^\s*(["'「『])(?:(?!\1)[^\n」』])+["'」』](?:\s?(?:[,/&]|이?랑|과|와|하고)\s?["「][^"」\n]+["」])*/.exec(value) ??
    (own.binding === 'colon' ? null : /^\s*(?:\[[^\]\n]+\]|<[^>\n]+>|《[^》\n]+》)/.exec(value));
  if (quoted !== null) {
    const blanks = /^\s+(?=\S)/.exec(value.slice(quoted[0].length))?.[0].length ?? 0;
    const rest = value.slice(quoted[0].length + blanks);
    if (blanks > 0 && (readHead(rest, []) !== null || /^(?:and|plus|그리고)\s(?!["'「])/i.test(rest)))
      return own.valueAt + quoted[0].length + blanks;
    const after =
      /^[^.!~,\n/]*?(?:[.!~,/]\s*|(?<=이고|이며|주시고|하고|이구요)\s+(?=\S)|$)/.exec(
        value.slice(quoted[0].length),
      )?.[0].length ?? 0;
    return own.valueAt + quoted[0].length + after;
  }
  if (own.binding !== 'colon') {
    const later = /["'「][^"'」\n]{1,60}["'」]\s?(?:이?라고|으?로)\S{0,3}\s(?=\S)/.exec(
      line.slice(own.valueAt, nextLabel),
    );
    if (later !== null && !/[해써적넣변수바부]/.test(later[0].slice(-3)))
      return own.valueAt + later.index + later[0].length;
    const mark = letteringEnd(value.slice(lead));
    if (mark !== null) return own.valueAt + lead + mark.after;
    const when = DAY_AND_HOUR.exec(line.slice(own.valueAt, nextLabel));
    if (when !== null && when.index > lead) return own.valueAt + when.index + 1;
    const phone = NAME_AND_PHONE.exec(line.slice(own.valueAt, nextLabel));
    if (phone !== null && phone.index > lead) return own.valueAt + phone.index + 1;
  }
  for (const match of value.matchAll(NEXT_SENTENCE)) {
    if (own.valueAt + match.index >= nextLabel) break;
    const rest = value.slice(match.index + match[0].length);
    const isSure = own.binding !== 'colon' || labelAt > 0 || /0\d{1,2}[-.\s]?\d{3,4}[-.\s]?\d{4}/.test(rest);
    if (match.index > lead && isSure && OF_AN_ORDER.test(rest)) return own.valueAt + match.index + match[0].length;
  }
  return null;
}

/** Behind a note only a delimiter and a label with ":" begin something new. */
function strongSites(line: string, from: number, learned: readonly LearnedLabel[]): Site[] {
  return findSites(line, from, 'text', learned).filter(
    (site) => site.head.binding === 'colon' && /[,/|;\t]\s*$|\s{2,}$/.test(line.slice(0, site.labelAt)),
  );
}

/** "Office party order: one 10 inch cake. It should say …": sentences are told, not filled in. */
const LONG_VALUE = 60;

/** "좋아하는 색: 핑크": a label that the reader does not know; its value must not be read as something else. */
function unknownLabel(line: string): number | null {
  const colon = colonAt(line);
  if (colon < 2 || colon > 24) return null;
  const label = line.slice(0, colon).trim();
  if (/[\d,.!?/"]|https?$/.test(label) || label.split(/\s+/).length > 3) return null;
  if (line.length - colon > LONG_VALUE && /[.!?]\s+\p{L}\S*\s\S/u.test(line.slice(colon + 1))) return null;
  if (findPhones(line, 'KR', false).length > 0 && findSizes(line, null).length > 0) return null;
  return colon;
}

/** Fields that end the lines of one cake. */
const OF_THE_ORDER: ReadonlySet<Field> = new Set([
  'name',
  'phone',
  'date',
  'time',
  'pickup',
  'depositor',
  'coolerBag',
  'method',
  'collector',
]);

/** So many glued labels make a form without blanks. */
const GLUED_LABELS = 3;

/** The text of a form whose labels are all glued to their values: "문구노동자만세". */
function withGluedTexts(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const glued = pieces.filter(
    (piece) =>
      piece.fields.length === 1 &&
      piece.binding === 'space' &&
      !/\s/.test(text.slice(piece.whole.start, piece.start)) &&
      text.charAt(piece.start - 1).trim() !== '',
  );
  if (glued.length < GLUED_LABELS) return pieces;
  return pieces.map((piece): Piece => {
    const words = text.slice(piece.start, piece.end);
    const at = piece.binding === 'free' && piece.whole.end >= piece.chatLine.end ? readGluedText(words) : null;
    if (at === null) return piece;
    return { ...piece, start: piece.start + at, fields: ['cakeLettering'], binding: 'colon' };
  });
}

export interface Cut {
  readonly pieces: readonly Piece[];
  /** Lines that carry labels, with or without values. */
  readonly labelCount: number;
  /** Lines that only ask, with their answers elsewhere. */
  readonly asked: readonly Range[];
}

/** The pieces of the customer's lines, in order; values on the line after their label are joined to it. */
export function cutPieces(text: string, lines: readonly ChatLine[], learned: readonly LearnedLabel[]): Cut {
  const pieces: Piece[] = [];
  let paragraph = 0;
  let mark: number | null = null;
  let weakMark = false;
  let markParagraph = -1;
  const bracketed = findBracketValues(text, lines, learned);
  const table = findTableValues(text, lines, learned);
  const listed = listNumbers(text, lines, learned);
  lines.forEach((chatLine, line) => {
    const content = text.slice(chatLine.start, chatLine.end);
    if (content.trim() === '' || RULE_LINE.test(content)) {
      paragraph++;
      return;
    }
    if (chatLine.by !== 'customer' || table.heads.has(line)) return;
    const answers = table.values.get(line);
    if (answers !== undefined) {
      for (const { fields, labelAt, value } of answers) {
        const whole = { start: labelAt, end: value.end };
        const at = { line, chatLine, paragraph, mark: null, weakMark: false };
        pieces.push({ ...at, start: value.start, end: value.end, fields, binding: 'colon', whole });
      }
      return;
    }
    const bullets = BULLETS.exec(content)?.[0].length ?? 0;
    let at = chatLine.start + (content.slice(bullets).trim() === '' ? 0 : bullets);
    const number = readLineMark(text.slice(at, chatLine.end), listed.has(line));
    if (number !== null) {
      mark = number.number;
      weakMark = number.weak;
      markParagraph = paragraph;
      at += number.length;
    } else if (paragraph !== markParagraph) mark = null;
    const inBrackets = bracketed.get(line);
    if (inBrackets !== undefined) {
      const { fields, labelAt, value } = inBrackets;
      const whole = { start: labelAt, end: chatLine.end };
      pieces.push({ line, chatLine, paragraph, mark, weakMark, ...value, fields, binding: 'colon', whole });
      return;
    }
    const asks = labelBeforeExample(text.slice(at, chatLine.end), learned);
    const lineEnd = asks === null ? chatLine.end : at + asks;
    const cells = numberedCells(text, { start: chatLine.start + bullets, end: lineEnd }, false);
    if (cells.length > 0 && cells.every((cell) => readHead(text.slice(cell.start, cell.end), learned) === null)) {
      const apart = { line, chatLine, paragraph, mark: null, weakMark: false, fields: [], binding: 'free' as const };
      pieces.push(...cells.map((cell) => ({ ...apart, ...cell, whole: cell })));
      return;
    }
    const own = cutLine(text, { line, chatLine, paragraph, mark, weakMark }, at, lineEnd, learned);
    if (number === null && own.some((piece) => piece.fields.some((field) => OF_THE_ORDER.has(field)))) mark = null;
    pieces.push(...own.map((piece) => ({ ...piece, mark })));
  });
  const whole = withGluedTexts(text, pieces);
  const labelCount = whole.filter(
    (piece) => piece.fields.length > 0 && (piece.binding === 'colon' || piece.binding === 'line'),
  ).length;
  const asked = lines.filter((_, line) => table.heads.has(line));
  return { pieces: markOwnerLines(text, joinNextLines(text, keepTextWhole(text, whole))), labelCount, asked };
}
