// A pasted message: two taps for a clean one, doubts that ask, what is no order, very long texts, phone and PC.
import { expect, type Page, test } from '@playwright/test';
import { axeProblems } from './axe-problems.ts';
import { SATURDAY } from './eleven-orders.ts';
import { fillField } from './fill-field.ts';
import { openNewShop } from './first-run-steps.ts';
import { openSeededApp } from './seed-book.ts';

async function setClock(page: Page, at: string): Promise<void> {
  await page.addInitScript((to) => {
    const real = Date.now.bind(Date);
    const shift = to - real();
    Date.now = () => real() + shift;
  }, Date.parse(at));
}
/** Puts a text into the clipboard as another app would. */
async function copy(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
}
/** A paste by the keyboard or the long-press menu, where the clipboard may not be read. */
async function pasteInto(page: Page, text: string): Promise<void> {
  if (test.info().project.name === 'firefox') {
    // A made-up paste carries no text there: the words are typed and read by the button.
    await fillField(page.getByLabel('손님 메시지'), text);
    await page.getByRole('button', { name: '읽기', exact: true }).click();
    return;
  }
  await page.getByLabel('손님 메시지').evaluate((box, words) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', words);
    const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
    box.dispatchEvent(event);
  }, text);
}
const savedTitle = (page: Page) => page.getByRole('heading', { level: 1, name: /저장했습니다/ });
const save = (page: Page) => page.getByRole('button', { name: '저장', exact: true });
const cake = (page: Page, index: number) => page.getByRole('region', { name: `케이크 ${index}`, exact: true });
const name = (page: Page) => page.getByLabel('이름', { exact: true });

const CLEAN = `안녕하세요 주문할게요!
성함: 한지우
연락처: 010-0000-4321
픽업 날짜: 10월 22일 토요일
픽업 시간: 오후 3시
사이즈: 2호
시트: 초코 시트
크림: 생크림
케이크 문구: 지우야
생일 축하해
판 문구: 없음
초: 큰초 2개
보냉백: 추가
알레르기: 없음
주차 되나요?`;

test.beforeEach(async ({ page }) => {
  await setClock(page, '2022-10-15T12:20:00+09:00');
});

test('NO-9 a clean message is two taps', { tag: ['@portrait', '@phone'] }, async ({ page }) => {
  await openNewShop(page);
  await page.goto('/paste');
  await copy(page, CLEAN);
  await page.getByRole('button', { name: '붙여넣기', exact: true }).click();
  await expect(name(page)).toHaveValue('한지우');
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  const sentence = page.getByRole('region', { name: '손님께 읽어 드리세요' });
  await expect(sentence).toContainText('10월 22일 토요일 오후 3시, 2호 초코 시트 생크림');
  await expect(sentence).toContainText("문구 '지우야 / 생일 축하해'");
  await expect(page.getByRole('region', { name: '아직 모르는 것' })).toHaveCount(0);
  await page.getByRole('link', { name: '주문 보기' }).click();
  await expect(page.getByText('주차 되나요?').first()).toBeVisible();
});

test('NO-9 each value shows its words, and the words lead to their value', {
  tag: ['@portrait', '@phone', '@firefox'],
}, async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await pasteInto(page, CLEAN);
  const message = page.getByRole('region', { name: '손님 메시지' });
  await expect(message).toHaveText(CLEAN, { useInnerText: true });
  await expect(cake(page, 1).getByRole('button', { name: '판 없음' })).toHaveAttribute('aria-pressed', 'true');
  await expect(cake(page, 1).getByRole('button', { name: '알레르기 없음' })).toHaveAttribute('aria-pressed', 'true');
  await expect(cake(page, 1).getByLabel('큰초', { exact: true })).toHaveValue('2');
  const words = page.getByRole('button', { name: /메시지에서 찾은 말: ‘010-0000-4321’/ });
  await words.click();
  await expect(message.locator('mark[data-pointed]')).toHaveText('010-0000-4321');
  await expect(words).toBeInViewport();
  await page.emulateMedia({ colorScheme: 'light' });
  if (test.info().project.name !== 'firefox') expect(await axeProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('NO-9 a doubt asks, one tap answers; unanswered it is saved to be asked', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await pasteInto(page, CLEAN.replace('22일 토요일', '22일 금요일').replace('오후 3시', '3시까지'));
  const question = page.getByText(/날짜와 요일이 서로 다릅니다/);
  await expect(question).toBeVisible();
  await expect(page.getByRole('button', { name: '물어볼 것 1개 보기' })).toBeVisible();
  await page.locator('.no-question').getByRole('button', { name: '10월 21일 금', exact: true }).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('button', { name: /10월 21일 금/ }).first()).toHaveAttribute('aria-pressed', 'true');
  await save(page).click();
  await expect(page.getByRole('region', { name: '손님께 읽어 드리세요' })).toContainText(
    '10월 21일 금요일 오후 3시까지',
  );

  await page.goto('/paste');
  await pasteInto(page, CLEAN.replace('22일 토요일', '22일 금요일'));
  await expect(question).toBeVisible();
  await save(page).click();
  await expect(savedTitle(page)).toBeVisible();
  await page.goto('/check');
  await expect(page.getByText('한지우').first()).toBeVisible();
});

test('NO-9 a date that does not exist is asked, never guessed', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await pasteInto(page, CLEAN.replace('10월 22일 토요일', '2월 31일'));
  await expect(page.getByText(/달력에 없는 날짜입니다/)).toBeVisible();
  await expect(page.getByText(/날짜 없음/)).toBeVisible();
});

test('NO-9 a change or a cancellation leads to its order and changes nothing by itself', async ({ page }) => {
  await openSeededApp(
    page,
    {
      orders: [
        {
          day: SATURDAY,
          time: '16:00',
          name: '한지우',
          phone: '01000004321',
          memo: '단골',
          items: [{ size: '2호', lettering: '축하' }],
        },
      ],
    },
    '/paste',
  );
  await pasteInto(page, '안녕하세요 한지우예요 010-0000-4321\n예약한 케이크 취소하고 싶어요');
  await expect(page.getByText(/취소해 달라는 메시지 같습니다/)).toBeVisible();
  const found = page.getByRole('listitem').filter({ hasText: '한지우' });
  await expect(found).toContainText('10월 15일');
  expect(await axeProblems(page)).toEqual([]);
  await found.getByRole('button', { name: '메모로 남기기' }).click();
  await expect(page.getByText(/메모로 남겼습니다/)).toBeVisible();
  await page.goto('/');
  await page
    .getByRole('article', { name: /한지우/ })
    .first()
    .click();
  await expect(page.getByText('예약한 케이크 취소하고 싶어요').first()).toBeVisible();
});

test('NO-9 what is no order says so, and can be one anyway', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await pasteInto(page, '오늘 몇 시까지 하세요?');
  await expect(page.getByText(/주문으로 보이지 않습니다/)).toBeVisible();
  await page.getByRole('button', { name: '그래도 새 주문으로' }).click();
  await expect(page.getByLabel('메모', { exact: true })).toHaveValue(/오늘 몇 시까지 하세요/);
});

test('NO-9 ten thousand lines get a sentence, and stay where they were pasted', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  const long = Array.from({ length: 10_000 }, (_, line) => `${line} 안녕하세요`).join('\n');
  await pasteInto(page, long);
  await expect(page.getByText(/한 손님의 메시지로는 너무 깁니다 \(10,000줄\)/)).toBeVisible();
  await expect(page.getByLabel('손님 메시지')).toHaveValue(long);
  await page.reload();
  await expect(page.getByLabel('손님 메시지')).toHaveValue(long);
});

test('a pasted order survives a reload with its questions and its words', async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await pasteInto(page, CLEAN.replace('22일 토요일', '22일 금요일'));
  await name(page).fill('한지우 어머니');
  await expect(page.getByText('쓰던 내용은 이 태블릿에 남아 있습니다')).toBeVisible();
  await page.reload();
  await expect(name(page)).toHaveValue('한지우 어머니');
  await expect(page.getByText(/날짜와 요일이 서로 다릅니다/)).toBeVisible();
  await expect(page.getByRole('region', { name: '손님 메시지' })).toContainText('주차 되나요?');
});

test('where the clipboard may not be read, it says how to paste by hand', { tag: ['@phone'] }, async ({ page }) => {
  await openSeededApp(page, { orders: [] }, '/paste');
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'readText', { value: () => Promise.reject(new Error('refused')) });
  });
  await page.getByRole('button', { name: '붙여넣기', exact: true }).click();
  await expect(page.getByText('아래 칸을 길게 눌러 붙여넣기를 고르세요.')).toBeVisible();
  await expect(page.getByLabel('손님 메시지')).toBeFocused();
  expect(await axeProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
