// Takes the pictures of the README and of the manifest from the real app: the demo shop on its Saturday at 12:20.
// `node scripts/take-screenshots.mjs [name …]`. Law: nothing is touched up; the clock stands still, so that two runs agree.
/// <reference lib="dom" />
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { chromium } from 'playwright';

const root = resolve(import.meta.dirname, '..');
const saturday = new Date('2022-10-15T12:20:00+09:00');

const tablet = { width: 1280, height: 800 };
const portrait = { width: 800, height: 1280 };
const phone = { width: 390, height: 844 };

/**
 * @typedef {object} Shot
 * @property {string} file
 * @property {string} path address in the app
 * @property {string} ready a text that stands when the screen is complete
 * @property {{ width: number, height: number }} size in CSS pixels
 * @property {number} [scale] device pixels for one of them
 * @property {'light' | 'dark'} [scheme]
 * @property {string} [locale]
 * @property {string} [open] text of what is tapped before the picture is taken
 * @property {string} [search] what is typed into the search field
 */
/** @type {Readonly<Record<string, Shot>>} */
const shots = {
  // The manifest's: their sizes stand in src/app/manifest.ts.
  wide: { file: 'public/screenshots/today-wide.png', path: '/', ready: '서가은', size: tablet },
  narrow: { file: 'public/screenshots/today-narrow.png', path: '/', ready: '서가은', size: phone, scale: 2 },
  // The README's.
  today: { file: 'docs/pictures/today.png', path: '/', ready: '서가은', size: tablet, open: '김민지' },
  dark: {
    file: 'docs/pictures/today-dark.png',
    path: '/',
    ready: '서가은',
    size: tablet,
    scheme: 'dark',
    open: '김민지',
  },
  portrait: { file: 'docs/pictures/today-portrait.png', path: '/', ready: '서가은', size: portrait },
  phone: { file: 'docs/pictures/today-phone.png', path: '/', ready: '서가은', size: phone, scale: 2 },
  order: { file: 'docs/pictures/order.png', path: '/order/demo-20221015-03-minji', ready: '김민지', size: portrait },
  new: { file: 'docs/pictures/new-order.png', path: '/new', ready: '케이크 문구', size: tablet },
  find: { file: 'docs/pictures/find.png', path: '/find', search: 'ㅎㅈㅇ', ready: '한지우', size: tablet },
  check: { file: 'docs/pictures/check.png', path: '/check', ready: '채윤아', size: tablet },
  print: { file: 'docs/pictures/print.png', path: '/print/2022-10-15', ready: '서가은', size: portrait },
  english: { file: 'docs/pictures/today-en.png', path: '/', ready: '서가은', size: tablet, locale: 'en-US' },
  japanese: { file: 'docs/pictures/today-ja.png', path: '/', ready: '서가은', size: tablet, locale: 'ja-JP' },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in shots));
if (unknown.length > 0) {
  console.error(`There is no picture ${unknown.join(', ')}. There are: ${Object.keys(shots).join(', ')}.`);
  process.exit(1);
}

/** The server of `npm start`, on a port that is free. */
const server = fork(resolve(root, 'scripts/start.mjs'), {
  cwd: root,
  env: { ...process.env, PORT: process.env.PORT ?? '0', HOST: '127.0.0.1' },
});
const url = await new Promise((done, fail) => {
  server.once('message', (/** @type {{ url: string }} */ message) =>
    done(message.url.replace('127.0.0.1', 'localhost')),
  );
  server.once('exit', (code) => fail(new Error(`The server ended with ${code} before it listened.`)));
});
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'],
});
/** @type {string[]} */
const failed = [];
try {
  for (const [name, shot] of Object.entries(shots)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await takeShot(shot).catch((error) => failed.push(`${name}: ${String(error).split('\n')[0]}`));
  }
} finally {
  await browser.close();
  server.disconnect();
}
for (const line of failed) console.error(line);
process.exitCode = failed.length === 0 ? 0 : 1;

/** @param {Shot} shot */
async function takeShot({ file, path, ready, size, scale = 1, scheme = 'light', locale = 'ko-KR', open, search }) {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: scale,
    colorScheme: scheme,
    locale,
    timezoneId: 'Asia/Seoul',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    // Only the clock stands: timers run, or nothing would ever be drawn.
    await page.clock.setFixedTime(saturday);
    await page.addInitScript(() => localStorage.setItem('pickup-note.book', 'demo'));
    await page.goto(url);
    await page.getByText('서가은').first().waitFor({ timeout: 60_000 });
    if (path !== '/') await page.goto(new URL(path, url).href);
    if (search !== undefined) await page.getByRole('searchbox').fill(search);
    await page.getByText(ready).first().waitFor({ timeout: 20_000 });
    if (open !== undefined) await page.getByText(open).first().click();
    await page.evaluate(async () => {
      await document.fonts.ready;
      await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    });
    await page.waitForTimeout(600);
    const target = resolve(root, file);
    mkdirSync(dirname(target), { recursive: true });
    await page.screenshot({ path: target, animations: 'disabled', caret: 'hide' });
    console.log(file);
  } finally {
    await context.close();
  }
}
