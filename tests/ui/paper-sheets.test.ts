// What paper a browser is offered (docs/rules.md PR).
import { expect, test } from 'vitest';
import { breaksTablesBadly, canBeOneStrip } from '../../src/ui/print/paper-sheets.ts';

const WEBKIT = 'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
test.each([
  ['Safari on an iPad', `${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`, false],
  ['Chrome on an iPad', `${WEBKIT} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`, false],
  [
    'Chrome',
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    true,
  ],
  ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', true],
])('PR-13 PR-17 one long page is offered only where the list need not come in sheets: %s', (_, userAgent, can) => {
  expect(canBeOneStrip({ userAgent })).toBe(can);
  expect(breaksTablesBadly({ userAgent })).toBe(!can);
});
