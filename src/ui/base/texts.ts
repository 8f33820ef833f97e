// Every text a person sees: Korean, English and Japanese side by side, in a file beside the screen that shows them.
// Law: no visible text stands anywhere else, and the compiler refuses a language that lacks one.
import { createContext, use } from 'react';
import type { Language } from '../../domain/order.ts';

/** A sentence, or a function that puts values into one. */
export type Text = string | ((...values: never[]) => string);
type Shape<Ko> = {
  readonly [Name in keyof Ko]: Ko[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};
export interface Texts<Ko> {
  readonly ko: Ko;
  readonly en: Shape<Ko>;
  readonly ja: Shape<Ko>;
}

/** Names a screen's texts; Korean is the pattern, the others must have the same names and the same values to put in. */
export function defineTexts<const Ko extends { readonly [name: string]: Text }>(texts: Texts<Ko>): Texts<Shape<Ko>> {
  return texts as unknown as Texts<Shape<Ko>>; // the same object seen with plain strings in place of Korean literals
}

export const LanguageContext = createContext<Language>('ko');

/** The texts of a screen in the language of this tablet. */
export function useTexts<Shown>(texts: { readonly ko: Shown; readonly en: Shown; readonly ja: Shown }): Shown {
  return texts[use(LanguageContext)];
}

export function useLanguage(): Language {
  return use(LanguageContext);
}
