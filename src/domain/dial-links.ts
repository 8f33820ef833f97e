// Addresses that make a phone call or write a text message, here or, by a QR code, on the phone beside the tablet.
// Law: only a number that can be dialled gets an address; the customer's words in it are always escaped.

/** What reads the address: Apple's phones and tablets take `&` before the body, all others `?`. */
export type DialPlatform = 'apple' | 'other';

/** `tel:+821000005678`. */
export function telHref(e164: string): string {
  return `tel:${e164}`;
}

/** An address that opens the messages app with the text typed in; nothing is sent before a person taps send. */
export function smsHref(e164: string, body: string, platform: DialPlatform): string {
  if (body === '') return `sms:${e164}`;
  return `sms:${e164}${platform === 'apple' ? '&' : '?'}body=${encodeURIComponent(body)}`;
}

/**
 * What a QR code for a text message holds: `SMSTO:number:text`, which the cameras of both Android and iOS open. Line
 * breaks stay; the text comes last, so colons in it do no harm.
 */
export function smsQrText(e164: string, body: string): string {
  return `SMSTO:${e164}:${body}`;
}
