// What a form's label asks for. A label is read as a string of known words ("픽업"+"희망"+"날짜"), so that forms never
// seen before are understood. Law: a label that is not wholly understood is no label; typos are forgiven only before a ":".
import { disassemble } from 'es-hangul';
import type { Role } from './label-words.ts';
import { SPELLINGS, WORDS } from './label-words.ts';
import type { Field, LearnedLabel } from './message-reading.ts';

interface Word {
  readonly text: string;
  readonly role: Role;
}
const LEXICON: readonly Word[] = (Object.entries(WORDS) as [Role, string][]) // the keys of WORDS are its roles
  .flatMap(([role, words]) => words.split('|').map((text) => ({ text, role })))
  .sort((a, b) => b.text.length - a.text.length);
const BY_FIRST = new Map<string, Word[]>();
for (const word of LEXICON) BY_FIRST.set(word.text.charAt(0), [...(BY_FIRST.get(word.text.charAt(0)) ?? []), word]);

/** `fields` in the order in which the label names them. */
export interface LabelMeaning {
  readonly fields: readonly Field[];
}

const MAX_LABEL = 32;

const LATIN = /[a-z]/;
/** Shorter Latin words do not stand inside another: "Amy" is not "a my". */
const SHORTEST_INSIDE = 3;

/** Where the words of the label begin in its plain form. */
function wordStarts(label: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let length = 0;
  for (const word of label.split(/[\s/&+,._-]+/)) {
    starts.add(length);
    length += plainLabel(word).length;
  }
  return starts;
}

/** Splits a label into the roles of its words, the fewest words first; null when something in it is unknown. */
function rolesOf(label: string, starts: ReadonlySet<number> | null): readonly Role[] | null {
  const isInside = (at: number) =>
    starts !== null && LATIN.test(label.charAt(at)) && LATIN.test(label.charAt(at - 1)) && !starts.has(at);
  const best: (readonly Role[] | null)[] = new Array(label.length + 1).fill(null);
  best[label.length] = [];
  for (let at = label.length - 1; at >= 0; at--) {
    for (const word of BY_FIRST.get(label.charAt(at)) ?? []) {
      const end = at + word.text.length;
      if (end > label.length || !label.startsWith(word.text, at)) continue;
      if (word.text.length < SHORTEST_INSIDE && (isInside(at) || isInside(end))) continue;
      const rest = best[end];
      if (rest == null) continue;
      const own = best[at];
      if (own == null || rest.length + 1 < own.length) best[at] = [word.role, ...rest];
    }
  }
  return best[0] ?? null;
}

/** Whether the word changes nothing in a label: 추가, 희망, needed. */
export function isFiller(word: string): boolean {
  const plain = plainLabel(word);
  return plain !== '' && rolesOf(plain, null)?.every((role) => role === 'filler') === true;
}

const ITEM_ROLES: Partial<Record<Role, Field>> = {
  size: 'size',
  shape: 'shape',
  quantity: 'quantity',
  candles: 'candles',
  coolerBag: 'coolerBag',
  shoppingBag: 'shoppingBag',
  packaging: 'packaging',
  allergy: 'allergy',
  notes: 'notes',
  method: 'method',
  address: 'address',
  price: 'price',
  filling: 'flavor',
};

/** What one part of a label (between "and"s) asks for. */
function fieldOf(roles: readonly Role[], inherited: readonly Role[]): Field | null {
  const has = (role: Role) => roles.includes(role);
  const had = (role: Role) => roles.includes(role) || inherited.includes(role);
  if (has('ignored')) return 'ignored';
  if (has('allergy')) return 'allergy';
  if (has('coolerBag')) return 'coolerBag';
  if (has('shoppingBag')) return 'shoppingBag';
  if (has('candles')) return 'candles';
  if (has('notes')) return has('design') ? 'design' : 'notes';
  if (has('address')) return 'address';
  if (has('method') && !has('moment') && !has('date') && !has('time')) return 'method';
  if (has('size') && has('board') && !has('text')) return 'size';
  if (has('color')) return has('text') ? 'textColor' : 'baseColor';
  if (has('base') && !has('sheet') && !has('cream') && !has('taste')) return 'baseColor';
  if (has('phone')) return had('taker') && !had('orderer') ? 'collector' : had('payer') ? 'ignored' : 'phone';
  if (has('writing') && !has('orderer') && !has('payer') && (has('name') || has('cake'))) return 'cakeLettering';
  if (has('payer'))
    return has('price') ? 'price' : has('date') || has('time') || has('moment') ? 'ignored' : 'depositor';
  if (has('board') || (has('below') && has('text'))) return 'boardLettering';
  if (has('text')) return has('design') ? 'design' : 'cakeLettering';
  if (has('taker')) return has('date') ? 'date' : has('time') ? 'time' : 'collector';
  if (has('moment') || (has('date') && has('time'))) return 'pickup';
  if (has('date')) return 'date';
  if (has('time')) return 'time';
  for (const role of roles) {
    const field = ITEM_ROLES[role];
    if (field !== undefined && field !== 'quantity') return field;
  }
  if (has('sheet') && has('cream')) return 'flavor';
  if (has('sheet')) return 'sheet';
  if (has('cream')) return 'cream';
  if (has('taste')) return 'flavor';
  if (has('design')) return 'design';
  if (has('orderer')) return has('product') ? 'product' : 'name';
  if (has('name')) return has('cake') || has('product') ? 'product' : 'name';
  if (has('quantity')) return 'quantity';
  if (has('pickup')) return 'pickup';
  if (has('wish')) return 'notes';
  if (has('product') || has('cake')) return 'product';
  if (has('price')) return 'price';
  return null;
}

function splitAtAnds(roles: readonly Role[]): Role[][] {
  const parts: Role[][] = [[]];
  for (const role of roles) {
    if (role === 'and') parts.push([]);
    else parts.at(-1)?.push(role);
  }
  return parts.filter((part) => part.length > 0);
}

function fieldsOfRoles(roles: readonly Role[]): Field[] {
  const content = roles.filter((role) => role !== 'filler');
  if (content.length === 0) return [];
  const fields: Field[] = [];
  let inherited: readonly Role[] = [];
  for (const part of splitAtAnds(content)) {
    const field = fieldOf(part, inherited);
    if (field === null) continue;
    if (!fields.includes(field)) fields.push(field);
    inherited = part.filter((role) => role === 'taker' || role === 'payer' || role === 'orderer');
  }
  if (fields.includes('date') && fields.includes('time'))
    return ['pickup', ...fields.filter((field) => field !== 'date' && field !== 'time')];
  if (fields.includes('pickup')) return fields.filter((field) => field !== 'date' && field !== 'time');
  if (fields.includes('sheet') && fields.includes('cream'))
    return ['flavor', ...fields.filter((field) => field !== 'sheet' && field !== 'cream')];
  return fields;
}

function withoutRemarks(label: string): string {
  return label.replace(/[([<{][^)\]>}]{0,60}[)\]>}]?/g, (remark, at: number) => (at === 0 ? remark.slice(1, -1) : ''));
}

/** Label as compared: no blanks, no ornaments at its ends, lower case, without bracketed remarks "(도시락/1호/2호)". */
export function plainLabel(label: string): string {
  return withoutRemarks(label)
    .replace(/[\s*_'"`~!?^☆★♥♡❤✔✅✓▶►■□●○◆◇▪▫※•·\-=>→.]+/gu, '')
    .replace(/\p{Extended_Pictographic}/gu, '')
    .toLowerCase();
}

function jamoDistance(a: string, b: string, limit: number): number {
  const x = disassemble(a);
  const y = disassemble(b);
  if (Math.abs(x.length - y.length) > limit) return limit + 1;
  let previous = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x.charAt(i - 1) === y.charAt(j - 1) ? 0 : 1;
      row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + same));
    }
    previous = row;
  }
  return previous.at(-1) ?? limit + 1;
}

function misspelt(label: string): Field[] {
  if (label.length > 12) return [];
  const length = disassemble(label).length;
  const limit = length >= 10 ? 2 : 1;
  if (length < 3) return [];
  let best: { field: Field; distance: number } | null = null;
  let tied = false;
  for (const [spelling, field] of SPELLINGS) {
    if (Math.abs(spelling.length - label.length) > 1) continue;
    const distance = jamoDistance(label, spelling, limit);
    if (distance > limit) continue;
    if (best === null || distance < best.distance) {
      best = { field, distance };
      tied = false;
    } else if (distance === best.distance && field !== best.field) tied = true;
  }
  return best === null || tied ? [] : [best.field];
}

/** "Cake for: Mina": whom it is for. */
const OF_WHOM = /\b(?:cake|gift) for\s*$/i;

/** The fields that `label` asks for, [] when it is no label. `forgiving`: a ":" follows, so typos may be forgiven. */
export function readLabel(label: string, forgiving: boolean, learned: readonly LearnedLabel[]): readonly Field[] {
  if (label.length > MAX_LABEL * 3 || /[.!?~]\s+\S/.test(label)) return [];
  const plain = plainLabel(label);
  if (plain.length === 0 || plain.length > MAX_LABEL) return [];
  for (const own of learned) if (plainLabel(own.label) === plain) return [own.field];
  const roles = OF_WHOM.test(label)
    ? null
    : rolesOf(plain, LATIN.test(plain) ? wordStarts(withoutRemarks(label)) : null);
  if (roles !== null) {
    const bracketed = /[([]([^)\]]{1,20})[)\]]/.exec(label.slice(1));
    const isBare = roles.every((role) => role === 'filler');
    const fields =
      isBare && bracketed !== null && forgiving ? readLabel(bracketed[1] ?? '', false, learned) : fieldsOfRoles(roles);
    if (fields[0] === 'name' && bracketed !== null && /^입금자명?$/.test((bracketed[1] ?? '').replace(/\s/g, '')))
      return ['name', 'depositor'];
    const isBoard = /^(?:케이크)?(?:판|보드|받침|받침대|플레이트|board|plate|プレート)$/i;
    if (fields[0] === 'cakeLettering' && isBoard.test((bracketed?.[1] ?? '').replace(/\s/g, '')))
      return ['boardLettering'];
    return fields;
  }
  if (forgiving && /^(?:t|p|m|c|ph|mob)$/.test(plain)) return ['phone'];
  return forgiving ? misspelt(plain) : [];
}
