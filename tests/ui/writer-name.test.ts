// Who wrote a change, in words (docs/rules.md CK-3).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { disputeTexts } from '../../src/ui/base/dispute.texts.ts';
import { writerName } from '../../src/ui/base/writer-name.ts';

const words = {
  texts: disputeTexts.ko,
  staff: [{ eid: 'shop/s1' as Eid, name: '하은', position: 0, active: false }],
  session: 'here',
};

test('CK-3 only what this start of the app wrote is called this tablet’s', () => {
  expect(writerName({ actor: '', session: 'here' }, words)).toBe('이 태블릿');
  expect(writerName({ actor: '', session: 'elsewhere' }, words)).toBe('이름 없음');
});

test('CK-3 a member of staff is named wherever it was written; nobody else’s eid is shown', () => {
  expect(writerName({ actor: 'shop/s1', session: 'elsewhere' }, words)).toBe('하은');
  expect(writerName({ actor: 'shop/s9', session: 'here' }, words)).toBe('모르는 사람');
});
