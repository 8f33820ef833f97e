// Texts to customers: placeholders are filled, and Korean particles agree with the word before them.
// Law: filling is one pass, so a customer's own braces stay as they are; what is missing is told, never invented.
import type { Language } from './order.ts';

export const TEMPLATE_KEYS = [
  'name',
  'date',
  'time',
  'items',
  'lettering',
  'total',
  'deposit',
  'balance',
  'account',
  'due',
  'shop',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];
/** As shown to the customer; null and '' are missing. */
export type TemplateValues = Readonly<Partial<Record<TemplateKey, string | null>>>;

export interface FilledText {
  readonly text: string;
  /** Placeholders of the template without a value, each once: to be shown to the owner before sending. */
  readonly missing: readonly TemplateKey[];
}

/** With a final consonant, without one, and (for 으로) after ㄹ. */
interface Particle {
  readonly closed: string;
  readonly open: string;
  readonly afterL: string;
}
const particle = (closed: string, open: string, afterL = closed): Particle => ({ closed, open, afterL });
const PARTICLES: Readonly<Record<string, Particle>> = {
  '을/를': particle('을', '를'),
  '이/가': particle('이', '가'),
  '은/는': particle('은', '는'),
  '과/와': particle('과', '와'),
  '으로/로': particle('으로', '로', '로'),
  '아/야': particle('아', '야'),
  '이에요/예요': particle('이에요', '예요'),
};

const PIECE = /\{([a-z]+)\}(?:\(([가-힣]+\/[가-힣]+)\))?/g;

/** How the digits 0 to 9 end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGIT_ENDINGS: readonly FinalSound[] = [
  'closed',
  'l',
  'open',
  'closed',
  'open',
  'open',
  'closed',
  'l',
  'l',
  'open',
];
type FinalSound = 'closed' | 'open' | 'l';

/** What the last syllable of a word ends in when a Korean reads it; null when that cannot be told. */
function finalSound(word: string): FinalSound | null {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(word.normalize('NFC'))?.[0].toLowerCase();
  if (last === undefined) return null;
  const code = last.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) {
    const final = code % 28;
    return final === 0 ? 'open' : final === 8 ? 'l' : 'closed';
  }
  if (/[0-9]/.test(last)) return DIGIT_ENDINGS[Number(last)] ?? null;
  if (last === 'l') return 'l';
  if (/[mn]/.test(last)) return 'closed';
  return /[aeiouwyrs]/.test(last) ? 'open' : null;
}

/** The form that fits after `word`; `을(를)` where its reading cannot be told. */
function fitParticle(word: string, forms: Particle): string {
  const sound = finalSound(word);
  if (sound === null) return forms.afterL === forms.closed ? `${forms.closed}(${forms.open})` : '(으)로';
  return sound === 'open' ? forms.open : sound === 'l' ? forms.afterL : forms.closed;
}

/**
 * Fills `{name}` and the others. A line all of whose placeholders are missing is left out whole. After a placeholder
 * (을/를), (이/가), (은/는), (과/와), (으로/로), (아/야) and (이에요/예요) become the one that fits. Braces around
 * anything else are the shop's own words and stay.
 */
export function fillTemplate(body: string, values: TemplateValues, language: Language): FilledText {
  const missing = new Set<TemplateKey>();
  const lines: string[] = [];
  for (const line of body.split('\n')) {
    if (line.trim() === '') {
      // Blank lines of the template part what is said; where a line was left out, one of them is enough.
      if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
      continue;
    }
    let placeholders = 0;
    let filled = 0;
    const text = line.replace(PIECE, (piece: string, name: string, marker: string | undefined) => {
      const key = TEMPLATE_KEYS.find((known) => known === name);
      if (key === undefined) return piece;
      placeholders += 1;
      const value = values[key] ?? '';
      if (value === '') {
        missing.add(key);
        return '';
      }
      filled += 1;
      const forms = marker === undefined ? undefined : PARTICLES[marker];
      if (forms === undefined) return marker === undefined ? value : `${value}(${marker})`;
      return language === 'ko' ? value + fitParticle(value, forms) : value;
    });
    if (placeholders === 0 || filled > 0) lines.push(text);
  }
  if (lines.at(-1) === '') lines.pop();
  return { text: lines.join('\n'), missing: [...missing] };
}
