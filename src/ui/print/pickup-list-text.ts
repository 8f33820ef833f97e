// The pickup list as plain text, for a message or a note where nothing can be printed. Pure.
import type { PickupDay } from '../../domain/pickup-list.ts';
import {
  amountLines,
  cakeWords,
  circled,
  dayHeading,
  daySummary,
  deliveryWords,
  orderRemarks,
  orderTroubles,
  type PaperWords,
  packagingWords,
  phoneWords,
  pickupTime,
} from './order-lines.ts';

/** One block of lines for each order, days under their headings. Lettering keeps its own lines, indented. */
export function pickupListText(days: readonly PickupDay[], words: PaperWords, footer: readonly string[]): string {
  const blocks = days.map((day) => {
    const head = [dayHeading(day.day, words), ...daySummary(day, words)].join('\n');
    return [head, ...day.orders.map((row) => orderText(row, words))].join('\n\n');
  });
  return `${[...blocks, footer.join('\n')].join('\n\n')}\n`;
}

function orderText(row: PickupDay['orders'][number], words: PaperWords): string {
  const { base, texts } = words;
  const time = pickupTime(row, words);
  const lines = [
    `□ ${[`${time.time}${time.mark}`, row.name === '' ? base.nameUnknown : row.name, phoneWords(row, words), row.number].filter((word) => word !== null && word !== '').join('  ')}`,
  ];
  if (row.items.length === 0) lines.push(`!! ${texts.noCake}`);
  for (const [position, item] of row.items.entries()) {
    const number = row.items.length > 1 ? `${circled(position)} ` : '';
    lines.push(`${number}${cakeWords(item, words).join(' · ')}`);
    if (item.lettering !== '') lines.push(`${texts.lettering}: ${indent(item.lettering)}`);
    if (item.boardLettering !== '') lines.push(`${base.boardLettering}: ${indent(item.boardLettering)}`);
    if (item.allergy !== '') lines.push(`!! ${texts.allergy(item.allergy)}`);
  }
  const delivery = deliveryWords(row, words);
  if (delivery !== null)
    lines.push(
      `${delivery.method}: ${[indent(delivery.address), delivery.receiver].filter((word) => word !== '').join(' · ')}`,
    );
  const rest = [...packagingWords(row, words), ...orderRemarks(row, words)];
  if (rest.length > 0) lines.push(rest.join(' · '));
  const troubles = orderTroubles(row, words);
  if (troubles.length > 0) lines.push(`!! ${troubles.join(' · ')}`);
  const money = amountLines(row, words).map(({ label, amount }) => (amount === null ? label : `${label} ${amount}`));
  if (money.length > 0) lines.push(money.join(' · '));
  return lines.join('\n');
}

const indent = (text: string) => text.replaceAll('\n', '\n    ');
