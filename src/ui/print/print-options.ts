// How this tablet prints: which paper, with or without pictures, phone numbers and addresses. Kept on the device, never on the paper.
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { useStore } from '../base/shop-context.ts';

export type PaperLayout = 'a4' | 'roll';
const shape = z.object({
  layout: z.enum(['a4', 'roll']).catch('a4'),
  photos: z.boolean().catch(true),
  phones: z.boolean().catch(true),
  /** The roll as one page of the list's own length, for a PDF. A printer's own paper is the rule. */
  strip: z.boolean().catch(false),
});
export type PrintOptions = Readonly<z.infer<typeof shape>>;

const KEY = 'print';
const USUAL: PrintOptions = { layout: 'a4', photos: true, phones: true, strip: false };

/** The options and how to change them; null until this device has been asked what it remembers. */
export function usePrintOptions(): readonly [PrintOptions | null, (next: PrintOptions) => void] {
  const store = useStore();
  const [options, setOptions] = useState<PrintOptions | null>(null);
  useEffect(() => {
    let alive = true;
    store.device.get(KEY).then(
      (row) => alive && setOptions(shape.safeParse(row?.value).data ?? USUAL),
      () => alive && setOptions(USUAL), // what is remembered is a comfort; printing goes on without it
    );
    return () => {
      alive = false;
    };
  }, [store]);
  const choose = useCallback(
    (next: PrintOptions) => {
      setOptions(next);
      store.device.put(KEY, next).catch((cause: unknown) => console.warn('print options not remembered', cause));
    },
    [store],
  );
  return [options, choose];
}
