// Phone numbers as the book keeps them: what was written, and the dialable form when there is one.
// Law: what was typed is never lost; a number that cannot be dialled is kept as text and asked about.
export interface Phone {
  /** E.164 (`+821012345678`), or null when what was written cannot be dialled. */
  readonly e164: string | null;
  /** As it was written. */
  readonly text: string;
}

export type Country = 'KR' | 'JP' | 'US' | 'TW' | 'SG' | 'AU' | 'GB' | 'CA';

/** The last four digits, by which shops know their customers; null when there are fewer. */
export function phoneTail(phone: Phone | null): string | null {
  const digits = (phone?.e164 ?? phone?.text ?? '').normalize('NFKC').replace(/\D/g, '');
  return digits.length >= 4 ? digits.slice(-4) : null;
}
