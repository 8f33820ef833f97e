// Draws the app's icons: a pickup note with a cake on it. `node scripts/draw-icons.mjs` writes public/icons/ anew.
// Law: every picture comes from the shapes below; the committed PNGs are what Chromium made of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';

const folder = resolve(import.meta.dirname, '../public/icons');

/** Colours of ui/base/tokens.css and of a strawberry cake. */
const ink = '#1d1812';
const paper = '#faf8f4';
const accent = '#8f2a46';
const line = '#d8cbb8';
const icing = '#e27d97';
const sponge = '#f3d9a8';
const flame = '#f0a52e';

/** The note, 300 × 376, its middle at 0, 0. The cake stands on it, two written lines and a tick are below. */
const note = `
  <g transform="rotate(-4)">
    <path d="M-130 -188 h204 l76 76 v280 a20 20 0 0 1 -20 20 h-260 a20 20 0 0 1 -20 -20 v-336 a20 20 0 0 1 20 -20 z" fill="${paper}"/>
    <path d="M74 -188 l76 76 h-56 a20 20 0 0 1 -20 -20 z" fill="${line}"/>
    <rect x="-108" y="96" width="38" height="38" rx="9" fill="none" stroke="${accent}" stroke-width="9"/>
    <path d="M-98 113 l9 10 l22 -30" fill="none" stroke="${accent}" stroke-width="10" stroke-linecap="round" stroke-linejoin="round"/>
    <path d="M-40 103 h146 M-40 131 h92" stroke="${ink}" stroke-width="13" stroke-linecap="round"/>
  </g>`;

/** The cake, 200 wide, standing on 0, 0. */
const cake = `
  <g>
    <path d="M-92 -66 h184 v52 a14 14 0 0 1 -14 14 h-156 a14 14 0 0 1 -14 -14 z" fill="${sponge}"/>
    <path d="M-92 -32 h184 v18 h-184 z" fill="#ffffff"/>
    <path d="M-92 -92 a20 20 0 0 1 20 -20 h144 a20 20 0 0 1 20 20 v30 a15 15 0 0 1 -30 0 a15 15 0 0 1 -31 0 v14 a15 15 0 0 1 -31 0 v-14 a15 15 0 0 1 -31 0 a15 15 0 0 1 -31 0 v8 a15 15 0 0 1 -30 0 z" fill="${icing}"/>
    <path d="M0 -112 v-36" stroke="${accent}" stroke-width="15" stroke-linecap="round"/>
    <path d="M0 -196 q18 22 0 34 q-18 -12 0 -34" fill="${flame}"/>
  </g>`;

/** Note and cake together, about 330 high and wide, their middle at 0, 0. */
const mark = `${note}<g transform="translate(-2 66) rotate(-4) scale(1.16)">${cake}</g>`;

/** @param {string} body @param {string} [background] */
const square = (body, background = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${background}${body}</svg>`;
const full = `<rect width="512" height="512" fill="${accent}"/>`;
const rounded = `<rect width="512" height="512" rx="112" fill="${accent}"/>`;
/** @param {number} scale */
const centred = (scale) => `<g transform="translate(256 256) scale(${scale})">${mark}</g>`;

/** One colour, cut out: the system paints it. */
const silhouette = `
  <g transform="translate(256 256) scale(0.98)">
    <g transform="rotate(-4)">
      <path fill-rule="evenodd" fill="#000000" d="M-130 -188 h204 l76 76 v280 a20 20 0 0 1 -20 20 h-260 a20 20 0 0 1 -20 -20 v-336 a20 20 0 0 1 20 -20 z
        M-94 -34 v76 a12 12 0 0 0 12 12 h160 a12 12 0 0 0 12 -12 v-76 a20 20 0 0 0 -20 -20 h-56 v-36 a12 12 0 0 0 -24 0 v36 h-64 a20 20 0 0 0 -20 20 z
        M-100 94 h200 a8 8 0 0 1 0 16 h-200 a8 8 0 0 1 0 -16 z M-100 128 h130 a8 8 0 0 1 0 16 h-130 a8 8 0 0 1 0 -16 z"/>
    </g>
  </g>`;

/** @param {string} drawing in a box of 24 × 24 */
const shortcut = (drawing) =>
  square(
    `<g transform="translate(121 121) scale(11.25)" fill="none" stroke="${accent}" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>`,
    `<rect width="512" height="512" rx="256" fill="${paper}"/>`,
  );

/** @type {readonly (readonly [file: string, size: number, svg: string])[]} */
const pictures = [
  ['app-192.png', 192, square(centred(1.02), rounded)],
  ['app-512.png', 512, square(centred(1.02), rounded)],
  // A mask may cut away all but the middle circle of four fifths.
  ['app-maskable-192.png', 192, square(centred(0.8), full)],
  ['app-maskable-512.png', 512, square(centred(0.8), full)],
  ['app-monochrome-512.png', 512, square(silhouette)],
  ['apple-touch-180.png', 180, square(centred(1), full)],
  ['shortcut-new-96.png', 96, shortcut('<path d="M12 4v16M4 12h16"/>')],
  [
    'shortcut-today-96.png',
    96,
    shortcut('<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>'),
  ],
  ['shortcut-find-96.png', 96, shortcut('<circle cx="11" cy="11" r="7"/><path d="m21 21-4.5-4.5"/>')],
];

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'favicon.svg'), `${square(centred(1.16), rounded)}\n`);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  for (const [file, size, svg] of pictures) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await page.screenshot({ path: join(folder, file), omitBackground: true });
  }
} finally {
  await browser.close();
}
console.log(`Drew ${pictures.length + 1} icons into public/icons/.`);
