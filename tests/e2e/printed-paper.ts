// What a browser prints, read back from its PDF, and orders whose words tell whether one was cut.
// Law: pages are measured in the paper's own millimetres, from the printed words, not from the screen.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { SATURDAY } from './eleven-orders.ts';
import type { SeedOrder } from './in-page/book-seed.ts';

export interface PrintedPaper {
  /** Text of each page, one space between words. */
  readonly pages: readonly string[];
  readonly widthPt: number;
  /** Of each page: its length, and the blank below its last word. */
  readonly lengthsMm: readonly number[];
  readonly blanksMm: readonly number[];
  readonly rightmostPt: number;
  readonly pictures: number;
}

/** Millimetres in a point. */
const MM = 25.4 / 72;

/**
 * Prints as the browser would: on the page's own paper where it names one, else on this one (A4).
 * `SHOW_PRINTS=folder` keeps the pages as pictures.
 */
export async function printToPdf(
  page: Page,
  paper: { readonly widthMm: number; readonly lengthMm: number } = { widthMm: 210, lengthMm: 297 },
): Promise<PrintedPaper> {
  const folder = mkdtempSync(join(tmpdir(), 'pickup-note-print-'));
  const file = join(folder, 'list.pdf');
  // Playwright hands Firefox inches where that takes centimetres.
  const scale = page.context().browser()?.browserType().name() === 'firefox' ? 2.54 : 1;
  const [width, height] = [`${paper.widthMm * scale}mm`, `${paper.lengthMm * scale}mm`];
  await page.pdf({ width, height, path: file, preferCSSPageSize: true, printBackground: false });
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { encoding: 'utf8' });
  // Firefox does not say what some glyphs are (spaces, dots); they come out as U+FFFD.
  const pages = run('pdftotext', '-layout', file, '-')
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replace(/[\s\uFFFD]+/g, ' '));
  const boxes = run('pdftotext', '-bbox', file, '-');
  const sheets = boxes.split('<page ').slice(1);
  const heightOf = (sheet: string) => Number(/height="([\d.]+)"/.exec(sheet)?.[1]);
  const lowestOf = (sheet: string) =>
    Math.max(0, ...[...sheet.matchAll(/yMax="([\d.]+)"/g)].map((match) => Number(match[1])));
  const lengthsMm = sheets.map((sheet) => heightOf(sheet) * MM);
  const blanksMm = sheets.map((sheet) => (heightOf(sheet) - lowestOf(sheet)) * MM);
  const rights = [...boxes.matchAll(/xMax="([\d.]+)"/g)].map((match) => Number(match[1]));
  const widthPt = Number(/Page size:\s+([\d.]+)/.exec(run('pdfinfo', file))?.[1]);
  const pictures = run('pdfimages', '-list', file)
    .split('\n')
    .filter((line) => /\simage\s/.test(line)).length;
  const keep = process.env.SHOW_PRINTS;
  if (keep !== undefined) {
    const name = test
      .info()
      .title.replace(/[^\w-]+/g, '-')
      .slice(0, 40);
    execFileSync('pdftoppm', ['-r', '60', '-png', file, join(keep, name)]);
  }
  rmSync(folder, { recursive: true });
  return { pages, widthPt, lengthsMm, blanksMm, rightmostPt: Math.max(...rights), pictures };
}

export async function readyToPrint(page: Page): Promise<void> {
  await expect(page.getByText('바로 인쇄할 수 있습니다')).toBeVisible();
}

/** What the page left in `printed`: a stand-in of the print or the share window writes there. */
export async function printed(page: Page): Promise<unknown> {
  return await page.evaluate(() => (globalThis as typeof globalThis & { printed?: unknown[] }).printed);
}

/** Orders whose first and last words say their number: `시작7` is the customer, `끝7` the last line of the lettering. */
export function manyOrders(count: number): SeedOrder[] {
  return Array.from({ length: count }, (_, index) => ({
    day: SATURDAY,
    time: `${String(10 + Math.floor(index / 8)).padStart(2, '0')}:00`,
    name: `시작${index}`,
    phone: `0100000${String(1000 + index)}`,
    items: [
      {
        size: ['도시락', '미니', '1호', '2호', '3호'][index % 5] ?? '1호',
        sheet: '바닐라 시트',
        cream: '생크림',
        lettering: `${'축하해요\n'.repeat(index % 7)}끝${index}`,
        ...(index % 3 === 0 ? { picture: '#cf6d8b' } : {}),
        ...(index % 4 === 0 ? { allergy: '견과' } : {}),
      },
    ],
    price: 40_000,
    paid: 10_000,
  }));
}

/** Every order begins and ends on one page. */
export function expectNoOrderCut(pages: readonly string[], count: number): void {
  const pageOf = (word: string) => pages.findIndex((text) => new RegExp(`${word}(?!\\d)`).test(text));
  const cut = Array.from({ length: count }, (_, index) => index).filter(
    (index) => pageOf(`시작${index}`) < 0 || pageOf(`시작${index}`) !== pageOf(`끝${index}`),
  );
  expect(cut).toEqual([]);
}
