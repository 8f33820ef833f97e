// Labels that name their cake: "포토케이크 맛: …", "1호 문구: …", and lines that name an owner: "첫째: 1호 초코 …".
// Law: an owner is a size or a product that the message knows, or, over two lines or more, any short word before a cake.
import { findProducts, findSizes } from './cake-words.ts';
import { addFact } from './facts.ts';
import { readLabel } from './label-grammar.ts';
import type { Field, LearnedLabel } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import { sourceSlice } from './normal-text.ts';
import type { Piece } from './pieces.ts';
import type { Reader } from './value-task.ts';

/** Cake numbers of owners that labels name, until they are found among the cakes. */
const OWNED_CAKES = 401;

/** The size or product that `label` begins with, and what the rest of it asks for. */
export function readOwnedLabel(
  label: string,
  learned: readonly LearnedLabel[],
): { readonly owner: Range; readonly isSize: boolean; readonly fields: readonly Field[] } | null {
  const start = label.search(/\S/);
  const size = findSizes(label, null).find((own) => own.start === start);
  const owner = size ?? findProducts(label, null).find((own) => own.start === start);
  if (owner === undefined) return null;
  const fields = readLabel(label.slice(owner.end).replace(/^\s?(?:의|용|케이크|케익)(?=\s)/, ''), true, learned);
  return fields.length === 0
    ? null
    : { owner: { start: owner.start, end: owner.end }, isSize: size !== undefined, fields };
}

const OWNER_LINE = /^(?<owner>[^\s:=]{1,8}(?:\s[^\s:=-]{1,8})?)\s?(?::|=|→|\s-\s|\)\s)\s*(?=\S)/;
/** Before and after of one cake are no two cakes. */
const OF_A_CHANGE = /기존|변경|수정|이전|원래|처음|before|after|old|new|현재|예시|추천/i;

/** "첫째: 1호 초코 … / 둘째: 미니 딸기 …" below each other: one cake a line, whoever it is for. */
export function markOwnerLines(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const cakeAt = (piece: Piece) => {
    const words = text.slice(piece.start, piece.end);
    const match = piece.fields.length > 0 ? null : OWNER_LINE.exec(words);
    if (match === null || OF_A_CHANGE.test(match.groups?.owner ?? '')) return null;
    const rest = words.slice(match[0].length);
    const isCake = findSizes(rest, null)[0]?.start === 0 || findProducts(rest, null)[0]?.start === 0;
    return isCake && findSizes(match.groups?.owner ?? '', null).length === 0 ? piece.start + match[0].length : null;
  };
  const starts = pieces.map((piece) =>
    pieces.filter((own) => own.line === piece.line)[0] === piece ? cakeAt(piece) : null,
  );
  const lines = pieces.flatMap((piece, i) => (starts[i] == null ? [] : [piece.line]));
  const first = lines[0] ?? 0;
  if (lines.length < 2 || lines.some((line, i) => line !== first + i)) return pieces;
  return pieces.map((piece, i) => {
    const start = starts[i];
    return start == null
      ? piece
      : { ...piece, start, binding: 'free', mark: lines.indexOf(piece.line) + 1, weakMark: false };
  });
}

const plain = (words: string) => words.replace(/\s/g, '').toLowerCase();
const ownerOf = (text: string, piece: Piece) =>
  piece.owner === undefined ? null : plain(text.slice(piece.owner.start, piece.owner.end));

/** A number of its own for each owner that labels name. */
export function numberOwners(text: string, pieces: readonly Piece[], numbers: readonly number[]): number[] {
  const owners = [...new Set(pieces.flatMap((piece) => ownerOf(text, piece) ?? []))];
  return pieces.map((piece, i) => {
    const owner = ownerOf(text, piece);
    return owner === null ? (numbers[i] ?? 0) : OWNED_CAKES + owners.indexOf(owner);
  });
}

/** Gives what was said under an owner's labels to the cake that is so called; where there is none it is a cake itself. */
export function settleOwners(reader: Reader, pieces: readonly Piece[]): void {
  const { facts } = reader.gathered;
  const { text } = reader.normal;
  const owners = new Map<string, Range>();
  for (const piece of pieces) {
    const owner = ownerOf(text, piece);
    if (owner !== null && piece.owner !== undefined && !owners.has(owner)) owners.set(owner, piece.owner);
  }
  const names = facts.filter((fact) => fact.kind === 'size' || fact.kind === 'product');
  [...owners].forEach(([owner, range], i) => {
    const own = OWNED_CAKES + i;
    const called = names.filter((fact) => plain(String(fact.value)) === owner);
    const [cake, other] = [...new Set(called.map((fact) => fact.cake))];
    const isOnly = names.length === 0 && owners.size === 1;
    const target = cake !== undefined && other === undefined ? cake : isOnly ? 0 : own;
    facts.forEach((fact, at) => {
      if (fact.cake === own) facts[at] = { ...fact, cake: target };
    });
    if (called.length > 0) return;
    const kind = findSizes(text.slice(range.start, range.end), null).length > 0 ? 'size' : 'product';
    const value = sourceSlice(reader.normal, range.start, range.end);
    addFact(reader.gathered, kind, value, { ranges: [range], source: 'label', cake: target });
  });
}
