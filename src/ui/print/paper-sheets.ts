// How the list lies on its pages. On A4 the browser breaks a day's table, except WebKit, which neither repeats its head nor
// keeps its rows whole. So on a roll, whose pages are its printer's own, or one as long as the list where that is wished for
// (docs/decisions/0015-roll-paper.md). Law: an order stands on one sheet.
import type { OrderRow } from '../../domain/order-row.ts';
import type { PickupDay } from '../../domain/pickup-list.ts';
import type { PaperLayout } from './print-options.ts';

export interface PaperSheet {
  readonly key: string;
  readonly day: PickupDay;
  readonly orders: readonly OrderRow[];
  /** `3 / 5` where the sheets are known; null where the browser counts pages. */
  readonly number: string | null;
}

/** How the sheets lie on the paper. */
export interface PaperPlan {
  readonly sheets: readonly PaperSheet[];
  /** Length of a strip's page; null where the printer has its own. */
  readonly pageMm: number | null;
}

/** What was measured on screen, in millimetres of paper. */
export interface SheetHeights {
  /** Of the head and foot together. */
  readonly frameMm: number;
  readonly ordersMm: ReadonlyMap<string, number>;
}

/** Width of what is printed, by which screen pixels become millimetres. */
export const CONTENT_WIDTH_MM: Readonly<Record<PaperLayout, number>> = { a4: 188, roll: 72 };

/** Above and below each page of a roll (page-roll.css). */
const ROLL_MARGINS_MM = 8;
/** Between two days on the roll (paper.css). */
const ROLL_GAP_MM = 8;
/** Rounding of rows between screen and paper. A page too short by a hair would feed another one of its length. */
const ROLL_SLACK = { mm: 2, share: 0.004 };
/** A PDF's page ends at 200 inches. */
const LONGEST_STRIP_MM = 5_000;
/** A page wider than long is turned on its side. */
const SHORTEST_STRIP_MM = 90;

/** A4 and Letter less the widest margins that printers keep: a little white at the foot instead of a spilled line. */
const SHEET_HEIGHT_MM = 250;

/** Each day as one sheet, for browsers that break tables themselves. */
export function daysAsSheets(days: readonly PickupDay[]): readonly PaperSheet[] {
  return days.map((day) => ({ key: day.day, day, orders: day.orders, number: null }));
}

/** The whole list as one strip with a page of its length; where no page is that long, strips of like length. */
export function planStrips(days: readonly PickupDay[], heights: SheetHeights): PaperPlan {
  const pageFor = (mm: number) =>
    Math.max(SHORTEST_STRIP_MM, Math.ceil(mm * (1 + ROLL_SLACK.share) + ROLL_SLACK.mm + ROLL_MARGINS_MM));
  const heightOf = (orders: readonly OrderRow[]) =>
    heights.frameMm + orders.reduce((sum, order) => sum + (heights.ordersMm.get(order.eid) ?? 0), 0);
  const whole = days.reduce((sum, day) => sum + heightOf(day.orders), 0) + ROLL_GAP_MM * Math.max(0, days.length - 1);
  if (pageFor(whole) <= LONGEST_STRIP_MM) return { sheets: daysAsSheets(days), pageMm: pageFor(whole) };
  const room = (LONGEST_STRIP_MM - ROLL_MARGINS_MM - ROLL_SLACK.mm) / (1 + ROLL_SLACK.share);
  // The same number of strips, none much longer than another: no blank paper behind the last.
  const count = cutIntoSheets(days, heights, room).length;
  let [tooShort, enough] = [0, room];
  while (enough - tooShort > 1) {
    const middle = (tooShort + enough) / 2;
    if (cutIntoSheets(days, heights, middle).length > count) tooShort = middle;
    else enough = middle;
  }
  const sheets = cutIntoSheets(days, heights, enough);
  // An order taller than a strip makes it longer rather than being cut.
  return { sheets, pageMm: pageFor(Math.max(...sheets.map((sheet) => heightOf(sheet.orders)))) };
}

/** Each day on as many sheets as it needs. An order taller than a sheet stands alone. */
export function cutIntoSheets(
  days: readonly PickupDay[],
  { frameMm, ordersMm }: SheetHeights,
  sheetMm = SHEET_HEIGHT_MM,
): readonly PaperSheet[] {
  const room = sheetMm - frameMm;
  const sheets = days.flatMap((day) => {
    const groups: OrderRow[][] = [[]];
    let used = 0;
    for (const order of day.orders) {
      const height = ordersMm.get(order.eid) ?? 0;
      let group = groups[groups.length - 1] ?? [];
      if (used + height > room && group.length > 0) {
        group = [];
        groups.push(group);
        used = 0;
      }
      group.push(order);
      used += height;
    }
    return groups.map((orders, index) => ({ key: `${day.day} ${index}`, day, orders }));
  });
  return sheets.map((sheet, index) => ({ ...sheet, number: `${index + 1} / ${sheets.length}` }));
}

/** Measures the paper on screen, whatever zoom it is shown at. */
export function measurePaper(paper: Element, layout: PaperLayout): SheetHeights {
  const toMm = CONTENT_WIDTH_MM[layout] / Math.max(1, paper.getBoundingClientRect().width);
  const tallest = (selector: string) =>
    Math.max(0, ...[...paper.querySelectorAll(selector)].map((part) => part.getBoundingClientRect().height * toMm));
  const ordersMm = new Map<string, number>();
  for (const row of paper.querySelectorAll<HTMLElement>('[data-order]'))
    ordersMm.set(row.dataset.order ?? '', row.getBoundingClientRect().height * toMm);
  return { frameMm: tallest('thead') + tallest('tfoot'), ordersMm };
}

/** Whether a list on a roll can be one page of its length: not where it has to come in sheets (docs/decisions/0015). */
export function canBeOneStrip(browser: Pick<Navigator, 'userAgent'>): boolean {
  return !breaksTablesBadly(browser);
}

/** Every browser on an iPhone or iPad, and Safari. */
export function breaksTablesBadly(browser: Pick<Navigator, 'userAgent'>): boolean {
  return /AppleWebKit\//.test(browser.userAgent) && !/Chrom(e|ium)\//.test(browser.userAgent);
}
