// The shop and the moment that reader tests speak of, unless they say otherwise.

import { contextOfSample } from '../../src/intake/flat-reading.ts';
import type { ReadContext } from '../../src/intake/message-reading.ts';

export interface Told {
  readonly now?: string;
  readonly open?: string;
  readonly close?: string;
  readonly closed?: readonly string[];
  readonly zone?: string;
}

/** Monday 12 October 2026, 10:20 in Seoul; open 11:00 to 20:00 every day. */
export function makeContext({
  now = '2026-10-12T10:20:00+09:00',
  open = '11:00',
  close = '20:00',
  closed = [],
  zone = 'Asia/Seoul',
}: Told = {}): ReadContext {
  return contextOfSample({
    id: 'test',
    reference_now: now,
    timezone: zone,
    shop_hours: { open, close, closed },
    text: '',
  });
}
