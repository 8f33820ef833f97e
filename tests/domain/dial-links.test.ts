// Addresses that call and write (docs/rules.md TD-11).
import { expect, test } from 'vitest';
import { smsHref, smsQrText, telHref } from '../../src/domain/dial-links.ts';

const PHONE = '+821000005678';
const BODY = '픽업: 10월 15일 & 13:30?\n잔금 ₩32,000';

test('TD-11 a call names the number alone', () => {
  expect(telHref(PHONE)).toBe('tel:+821000005678');
});

test('TD-11 Apple takes the text after an ampersand, others after a question mark', () => {
  expect(smsHref(PHONE, BODY, 'apple')).toBe(`sms:${PHONE}&body=${encodeURIComponent(BODY)}`);
  expect(smsHref(PHONE, BODY, 'other')).toBe(`sms:${PHONE}?body=${encodeURIComponent(BODY)}`);
});

test('TD-11 the text comes back whole from the address', () => {
  const address = new URL(smsHref(PHONE, BODY, 'other'));
  expect(address.searchParams.get('body')).toBe(BODY);
});

test('TD-11 without a text there is only the number', () => {
  expect(smsHref(PHONE, '', 'apple')).toBe(`sms:${PHONE}`);
});

test('TD-11 a code holds number and text as they are', () => {
  expect(smsQrText(PHONE, BODY)).toBe(`SMSTO:${PHONE}:${BODY}`);
});
