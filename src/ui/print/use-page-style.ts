// The @page rule of the chosen paper. A rule for pages cannot hang on a class, so its file is linked only while wanted.
import { useEffect, useLayoutEffect, useState } from 'react';
import a4Address from './page-a4.css?url&no-inline';
import rollAddress from './page-roll.css?url&no-inline';
import type { PaperLayout } from './print-options.ts';

/** Links the style of the paper; true once the browser knows it. */
export function usePageStyle(layout: PaperLayout | null): boolean {
  const [linked, setLinked] = useState<PaperLayout | null>(null);
  useEffect(() => {
    if (layout === null) return;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = layout === 'a4' ? a4Address : rollAddress;
    const settle = () => setLinked(layout);
    link.addEventListener('load', settle);
    // Without it the printer's own margins are used: still a list, so it may be printed.
    link.addEventListener('error', settle);
    document.head.append(link);
    return () => link.remove();
  }, [layout]);
  return layout !== null && linked === layout;
}

/** Makes the roll's page this long before the browser can print it; null: the printer's own. No browser takes `auto` here. */
export function usePageLength(pageMm: number | null): void {
  useLayoutEffect(() => {
    if (pageMm === null || !('adoptedStyleSheets' in document)) return; // older Safari, which knows no page sizes either
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: 80mm ${pageMm}mm; }`);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [pageMm]);
}
