// Cutting the list into sheets where the browser cannot do it well: WebKit neither repeats the head of a table on each
// page nor keeps its rows whole. Elsewhere a day is one sheet and the browser breaks it. Law: an order stands on one sheet.
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

/** What was measured on screen, in millimetres of paper. */
export interface SheetHeights {
  /** Of the head and foot together. */
  readonly frameMm: number;
  readonly ordersMm: ReadonlyMap<string, number>;
}

/** Width of what is printed, by which screen pixels become millimetres. */
export const CONTENT_WIDTH_MM: Readonly<Record<PaperLayout, number>> = { a4: 188, roll: 72 };

/** A4 and Letter less the widest margins that printers keep: a little white at the foot instead of a spilled line. */
const SHEET_HEIGHT_MM = 250;

/** Each day as one sheet, for browsers that break tables themselves. */
export function daysAsSheets(days: readonly PickupDay[]): readonly PaperSheet[] {
  return days.map((day) => ({ key: day.day, day, orders: day.orders, number: null }));
}

/** Each day on as many sheets as it needs. An order taller than a sheet stands alone. */
export function cutIntoSheets(days: readonly PickupDay[], { frameMm, ordersMm }: SheetHeights): readonly PaperSheet[] {
  const room = SHEET_HEIGHT_MM - frameMm;
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

/** Every browser on an iPhone or iPad, and Safari. */
export function breaksTablesBadly(browser: Pick<Navigator, 'userAgent'>): boolean {
  return /AppleWebKit\//.test(browser.userAgent) && !/Chrom(e|ium)\//.test(browser.userAgent);
}
