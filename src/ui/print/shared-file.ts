// The list as a file, for a tablet that cannot print: one HTML page with its pictures inside, or plain text.
// Law: the file needs nothing but itself; it is made on the tablet and goes only where the person sends it.

import a4Css from './page-a4.css?inline';
import rollCss from './page-roll.css?inline';
import paperCss from './paper.css?inline';
import type { PaperLayout } from './print-options.ts';

const pageCss: Readonly<Record<PaperLayout, string>> = { a4: a4Css, roll: rollCss };

async function asDataAddress(blob: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'));
    reader.readAsDataURL(blob);
  });
}

export interface SharedFileOptions {
  readonly layout: PaperLayout;
  readonly title: string;
  readonly name: string;
  readonly language: string;
  /** The bytes of a picture on the paper; null when they are gone. */
  readonly readPicture: (sha: string) => Promise<Blob | null>;
}

/** A copy of the paper on screen as one HTML file, its pictures written into it. */
export async function paperToFile(paper: Element, options: SharedFileOptions): Promise<File> {
  const copy = paper.cloneNode(true) as Element; // a clone is of its original's kind
  copy.removeAttribute('style');
  copy.classList.remove('paper-strip'); // its long page is not in the file
  await Promise.all(
    [...copy.querySelectorAll('img')].map(async (image) => {
      const blob = await options.readPicture(image.dataset.sha ?? '');
      if (blob === null) image.remove();
      else image.setAttribute('src', await asDataAddress(blob));
    }),
  );
  const page = document.implementation.createHTMLDocument(options.title);
  page.documentElement.lang = options.language;
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const viewport = page.createElement('meta');
  viewport.name = 'viewport';
  viewport.content = 'width=device-width, initial-scale=1';
  const style = page.createElement('style');
  style.textContent = `${paperCss}\n${pageCss[options.layout]}\nbody{margin:0;background:#fff}`;
  page.head.prepend(charset, viewport);
  page.head.append(style);
  page.body.append(page.importNode(copy, true));
  return new File([`<!doctype html>\n${page.documentElement.outerHTML}`], `${options.name}.html`, {
    type: 'text/html',
  });
}

export type SendResult = 'sent' | 'saved' | 'cancelled' | 'needs-tap';

/**
 * Hands a file to the tablet's share window; where there is none, downloads it.
 * `needs-tap`: making the file took longer than the browser remembers the tap; ask for another.
 */
export async function sendFile(file: File, browser: Navigator): Promise<SendResult> {
  if (browser.canShare?.({ files: [file] }) === true) {
    try {
      await browser.share({ files: [file], title: file.name });
      return 'sent';
    } catch (error) {
      const name = error instanceof DOMException ? error.name : '';
      if (name === 'AbortError') return 'cancelled';
      if (name === 'NotAllowedError') return 'needs-tap';
    }
  }
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the address when it begins the download, shortly after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'saved';
}
