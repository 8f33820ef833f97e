// What concerns a whole order on paper: where it is delivered, and pictures that no single cake has.
// Law: a courier's list has the address; a list for the wall has none.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';
import { printToPdf, readyToPrint } from './printed-paper.ts';
import { openSeededApp } from './seed-book.ts';

const PRINT = `/print/${SATURDAY}`;
const DELIVERIES: readonly SeedOrder[] = [
  {
    day: SATURDAY,
    time: '14:00',
    name: '황보라',
    phone: '01000007766',
    items: [{ size: '3호', lettering: '창립 10주년' }],
    fulfilment: { method: 'delivery', address: '서울 가온구 나래로 12, 3층 보라상사' },
    collector: '윤도준',
    collectorPhone: '01000003451',
    memo: '엘리베이터 없음',
  },
  {
    day: SATURDAY,
    time: '15:00',
    name: '석주희',
    phone: '01000005512',
    items: [{ size: '2호', lettering: '퇴사 축하' }],
    fulfilment: { method: 'quick', address: '' },
  },
  {
    day: SATURDAY,
    time: '16:00',
    name: '차은서',
    phone: '01000003450',
    items: [{ size: '1호', lettering: '생신 축하' }],
    fulfilment: { method: 'pickup', address: '다온시 새길 7' },
  },
];

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime('2022-10-15T11:02:00+09:00');
});

for (const [paperName, button] of [
  ['A4', 'A4'],
  ['the roll', '80 mm 롤'],
] as const)
  test(`PR-15 on ${paperName} a delivery says where it goes and who receives it`, async ({ page }) => {
    await openSeededApp(page, { orders: DELIVERIES }, PRINT);
    await page.getByRole('button', { name: button }).click();
    await readyToPrint(page);
    const [text = ''] = (await printToPdf(page)).pages;
    expect(text).toContain('배달 서울 가온구 나래로 12, 3층 보라상사 · 받는 분 윤도준 010-0000-3451');
    expect(text).toContain('퀵');
    expect(text.match(/배달 주소 없음/g)).toHaveLength(1);
    expect(text).not.toContain('새길 7');
  });

test('PR-5 the list for the wall has neither address nor receiver’s number, the plain text neither', async ({
  page,
}) => {
  await openSeededApp(page, { orders: DELIVERIES }, PRINT);
  await readyToPrint(page);
  const option = page.getByRole('checkbox', { name: '전화번호·배달 주소' });
  await expect(option).toHaveAccessibleDescription(/벽에 붙일 때 끄고, 배달 나갈 때는 켜 두세요/);
  await option.uncheck();
  await readyToPrint(page);
  const [text = ''] = (await printToPdf(page)).pages;
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: '글자만 보내기' }).click();
  const plain = readFileSync(await (await downloading).path(), 'utf8');
  for (const list of [text, plain]) {
    expect.soft(list).not.toContain('나래로');
    expect.soft(list).not.toContain('010-0000');
    expect.soft(list).toContain('배달');
    expect.soft(list).toContain('받는 분 윤도준');
    expect.soft(list).toContain('엘리베이터 없음');
  }
});

test('PR-16 pictures of the whole order are printed beside what concerns it', async ({ page }) => {
  const orders: SeedOrder[] = [
    {
      day: SATURDAY,
      time: '13:00',
      name: '김민지',
      phone: '01000005678',
      items: [
        { size: '2호', lettering: '엄마 환갑', picture: '#cf6d8b' },
        { size: '도시락', lettering: '아빠도' },
      ],
      pictures: ['#8fb9e0', '#9dc07e'],
      memo: '두 개 같은 색으로',
    },
    { day: SATURDAY, time: '14:00', name: '소지안', pictures: ['#e6b654'] },
  ];
  await openSeededApp(page, { orders }, PRINT);
  await readyToPrint(page);
  const a4 = await printToPdf(page);
  expect(a4.pictures).toBe(4);
  expect(a4.pages[0]?.match(/주문 전체 도안/g)).toHaveLength(2);
  await page.getByRole('button', { name: '80 mm 롤' }).click();
  await readyToPrint(page);
  const roll = await printToPdf(page);
  expect(roll.pictures).toBe(4);
  expect(roll.pages).toHaveLength(1);
  await page.getByRole('checkbox', { name: '도안 사진' }).uncheck();
  await readyToPrint(page);
  const plain = await printToPdf(page);
  expect(plain.pictures).toBe(0);
  expect(plain.pages[0]).not.toContain('주문 전체 도안');
});
