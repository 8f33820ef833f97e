// The screen stays on under a long job, and only then (docs/rules.md BK-12).
import { expect, test } from 'vitest';
import { createScreenWake } from '../../src/app/screen-wake.ts';

function fakeTablet() {
  const sentinels: { released: boolean; release(): Promise<void> }[] = [];
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const wakeLock = {
    async request() {
      if (page.visibilityState !== 'visible') throw new DOMException('hidden', 'NotAllowedError');
      const sentinel = {
        released: false,
        async release() {
          sentinel.released = true;
        },
      };
      sentinels.push(sentinel);
      return sentinel;
    },
  };
  return {
    hold: createScreenWake(page as unknown as Document, wakeLock as unknown as WakeLock), // only what it uses of them
    isOn: () => sentinels.some(({ released }) => !released),
    asked: () => sentinels.length,
    async see(state: 'visible' | 'hidden') {
      page.visibilityState = state;
      if (state === 'hidden') for (const sentinel of sentinels) sentinel.released = true; // as browsers do
      page.dispatchEvent(new Event('visibilitychange'));
      await settled();
    },
  };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('BK-12 the screen is on from the first job to the end of the last', async () => {
  const { hold, isOn, asked } = fakeTablet();
  expect(isOn()).toBe(false);
  const letGo = [hold(), hold()];
  await settled();
  expect([isOn(), asked()]).toEqual([true, 1]);
  letGo[0]?.();
  letGo[0]?.();
  await settled();
  expect(isOn()).toBe(true);
  letGo[1]?.();
  await settled();
  expect(isOn()).toBe(false);
});

test('BK-12 a job that ends before the browser has answered leaves nothing on', async () => {
  const { hold, isOn } = fakeTablet();
  hold()();
  await settled();
  expect(isOn()).toBe(false);
});

test('BK-12 back in sight while a job runs, it is asked again; without a job it is not', async () => {
  const { hold, isOn, see } = fakeTablet();
  const letGo = hold();
  await settled();
  await see('hidden');
  expect(isOn()).toBe(false);
  await see('visible');
  expect(isOn()).toBe(true);
  letGo();
  await settled();
  await see('hidden');
  await see('visible');
  expect(isOn()).toBe(false);
});

test('a browser that cannot keep it on is no trouble', () => {
  expect(createScreenWake(new EventTarget() as unknown as Document, undefined)()).toBeTypeOf('function');
});
