// Bytes as people read them: `820 KB`, `1.4 GB`. Pure.

export function byteSize(bytes: number): string {
  const units = ['KB', 'MB', 'GB', 'TB'] as const;
  let amount = bytes / 1000;
  let unit: (typeof units)[number] = 'KB';
  for (const next of units) {
    unit = next;
    if (amount < 1000) break;
    if (next !== 'TB') amount /= 1000;
  }
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
