// Pictures of the demo shop's cakes, drawn by the project on a canvas: seen from above, or from the side when they have tiers.
// Law: one design gives one picture; nothing is loaded, nothing is left to chance.
import { nameOfPicture, THUMB_SIDE_PX } from '../store/photo-picture.ts';
import type { RawPhoto } from '../store/photo-store.ts';

export type CakeShape = 'round' | 'heart' | 'square' | 'lunchbox' | 'flower' | 'tiers';
export type Decoration = 'pearls' | 'hearts' | 'stars' | 'flowers' | 'fruit' | 'dinosaur' | 'none';

export interface CakeDesign {
  readonly shape: CakeShape;
  /** CSS colours: the table, the cream, the writing, the piping along the edge. */
  readonly table: string;
  readonly cream: string;
  readonly writing: string;
  readonly piping: string;
  readonly decoration: Decoration;
  /** Up to four short lines. */
  readonly lettering: string;
}

/** The picture is composed in these units, and kept at four fifths of them: sharp on a tablet, quick to draw. */
const WIDTH = 1200;
const HEIGHT = 900;
const SCALE = 0.8;
const JPEG = 'image/jpeg';
const FONT =
  '"Nanum Pen Script", "NanumGothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", system-ui, sans-serif';

type Pen = CanvasRenderingContext2D;
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Draws a design as a JPEG of 960 × 720 with its thumbnail. @throws Error where the browser gives no canvas. */
export async function drawCakePicture(design: CakeDesign): Promise<RawPhoto> {
  const { canvas, pen } = createCanvas(WIDTH * SCALE, HEIGHT * SCALE);
  pen.scale(SCALE, SCALE);
  drawTable(pen, design);
  if (design.shape === 'tiers') drawTiers(pen, design);
  else drawFromAbove(pen, design);
  const small = createCanvas(THUMB_SIDE_PX, (THUMB_SIDE_PX * HEIGHT) / WIDTH);
  small.pen.imageSmoothingQuality = 'high';
  small.pen.drawImage(canvas, 0, 0, small.canvas.width, small.canvas.height);
  const [full, thumb] = await Promise.all([encode(canvas, 0.85), encode(small.canvas, 0.75)]);
  const { width, height } = canvas;
  const picture = { sha: await nameOfPicture(full), mime: JPEG, width, height, bytes: full.byteLength };
  return { picture, full, thumb: { mime: JPEG, bytes: thumb } };
}

function createCanvas(width: number, height: number): { readonly canvas: HTMLCanvasElement; readonly pen: Pen } {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser gives no canvas to draw on');
  return { canvas, pen };
}

async function encode(canvas: HTMLCanvasElement, quality: number): Promise<ArrayBuffer> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, JPEG, quality));
  if (blob === null) throw new Error('this browser made no picture of the canvas');
  return await blob.arrayBuffer();
}

/** `amount` from -1 (black) to 1 (white). */
function shade(color: string, amount: number): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const to = amount < 0 ? 0 : 255;
  const mix = (channel: number) => Math.round(channel + (to - channel) * Math.abs(amount));
  return `rgb(${mix(r)} ${mix(g)} ${mix(b)})`;
}

function drawTable(pen: Pen, { table }: CakeDesign): void {
  const light = pen.createRadialGradient(WIDTH * 0.36, HEIGHT * 0.2, 80, WIDTH / 2, HEIGHT / 2, WIDTH * 0.75);
  light.addColorStop(0, shade(table, 0.35));
  light.addColorStop(1, shade(table, -0.06));
  pen.fillStyle = light;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
}

function withShadow(pen: Pen, color: string, blur: number, down: number, draw: () => void): void {
  pen.save();
  pen.shadowColor = color;
  pen.shadowBlur = blur;
  pen.shadowOffsetY = down;
  draw();
  pen.restore();
}

/** Outline of the cake's top around the middle, as a path and as evenly spaced spots for the piping. */
function outlineOf(shape: CakeShape, radius: number): { readonly path: Path2D; readonly edge: readonly Spot[] } {
  const spots: Spot[] = [];
  const turns = 720;
  for (let turn = 0; turn < turns; turn++) {
    const angle = (turn / turns) * Math.PI * 2;
    spots.push(pointAt(shape, angle, radius));
  }
  const path = new Path2D();
  for (const { x, y } of spots) path.lineTo(x, y);
  path.closePath();
  return { path, edge: spreadEvenly(spots, 34) };
}

function pointAt(shape: CakeShape, angle: number, radius: number): Spot {
  const x = WIDTH / 2;
  const y = HEIGHT / 2;
  if (shape === 'heart') {
    const s = Math.sin(angle);
    const dy = 13 * Math.cos(angle) - 5 * Math.cos(2 * angle) - 2 * Math.cos(3 * angle) - Math.cos(4 * angle);
    return { x: x + (radius / 15) * 16 * s ** 3, y: y - 20 - (radius / 15) * dy };
  }
  if (shape === 'square') {
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const reach = (Math.abs(c) ** 8 + Math.abs(s) ** 8) ** (-1 / 8);
    return { x: x + radius * 0.92 * reach * c, y: y + radius * 0.92 * reach * s };
  }
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

/** Spots along a closed line, `gap` apart as nearly as it divides. */
function spreadEvenly(line: readonly Spot[], gap: number): Spot[] {
  const lengths = line.map((spot, index) => {
    const next = line[(index + 1) % line.length] ?? spot;
    return Math.hypot(next.x - spot.x, next.y - spot.y);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const step = whole / Math.round(whole / gap);
  const spread: Spot[] = [];
  let walked = 0;
  let due = 0;
  line.forEach((spot, index) => {
    if (walked >= due && spread.length < Math.round(whole / step)) {
      spread.push(spot);
      due += step;
    }
    walked += lengths[index] ?? 0;
  });
  return spread;
}

function drawFromAbove(pen: Pen, design: CakeDesign): void {
  const { shape, cream, piping, decoration } = design;
  const radius = shape === 'lunchbox' ? 268 : shape === 'heart' ? 330 : 352;
  if (shape === 'lunchbox') drawBox(pen);
  else drawBoard(pen, radius);
  const { path, edge } = outlineOf(shape, radius);
  withShadow(pen, 'rgb(40 20 10 / 0.35)', 46, 22, () => {
    pen.fillStyle = shade(cream, -0.12);
    pen.fill(path);
  });
  const top = pen.createRadialGradient(WIDTH * 0.42, HEIGHT * 0.33, 40, WIDTH / 2, HEIGHT / 2, radius * 1.15);
  top.addColorStop(0, shade(cream, 0.55));
  top.addColorStop(0.6, cream);
  top.addColorStop(1, shade(cream, -0.1));
  pen.fillStyle = top;
  pen.fill(path);
  drawSpatulaMarks(pen, path, cream);
  if (shape === 'flower') drawWreath(pen, design, radius);
  else stamp(pen, edge, 21, (one, spot) => paintRosette(one, spot, 21, piping));
  const lines = design.lettering.split('\n').length;
  drawDecoration(pen, design, radius, lines * 62);
  const room = shape === 'flower' ? 1.06 : shape === 'heart' ? 1.3 : decoration === 'none' ? 1.45 : 1.3;
  drawLettering(pen, design, { x: WIDTH / 2, y: HEIGHT / 2 - (shape === 'heart' ? 15 : 0) }, radius * room);
}

/** The paper box of a lunch-box cake, its wooden fork beside it. */
function drawBox(pen: Pen): void {
  const box = new Path2D();
  box.roundRect(WIDTH / 2 - 345, HEIGHT / 2 - 345, 690, 690, 54);
  withShadow(pen, 'rgb(40 20 10 / 0.4)', 50, 24, () => {
    pen.fillStyle = '#d8bc92';
    pen.fill(box);
  });
  const inside = new Path2D();
  inside.roundRect(WIDTH / 2 - 315, HEIGHT / 2 - 315, 630, 630, 40);
  pen.fillStyle = '#f4ead8';
  pen.fill(inside);
  pen.strokeStyle = 'rgb(120 90 50 / 0.25)';
  pen.lineWidth = 6;
  pen.stroke(inside);
  withShadow(pen, 'rgb(40 20 10 / 0.3)', 14, 8, () => {
    pen.fillStyle = '#c99b63';
    pen.fill(new Path2D('M1046 330 q-26 90 -10 150 l-6 240 q16 22 32 0 l-6 -240 q16 -60 -10 -150 z'));
  });
}

function drawBoard(pen: Pen, radius: number): void {
  withShadow(pen, 'rgb(40 20 10 / 0.25)', 30, 14, () => {
    pen.fillStyle = '#fffdf8';
    pen.beginPath();
    pen.arc(WIDTH / 2, HEIGHT / 2, Math.min(radius + 70, HEIGHT / 2 - 16), 0, Math.PI * 2);
    pen.fill();
  });
}

function drawSpatulaMarks(pen: Pen, path: Path2D, cream: string): void {
  pen.save();
  pen.clip(path);
  pen.lineWidth = 26;
  for (let ring = 0; ring < 7; ring++) {
    pen.strokeStyle = ring % 2 === 0 ? shade(cream, 0.3) : shade(cream, -0.05);
    pen.globalAlpha = 0.22;
    pen.beginPath();
    pen.arc(WIDTH / 2 - 14, HEIGHT / 2 - 10, 46 + ring * 52, ring * 0.9, ring * 0.9 + 4.4);
    pen.stroke();
  }
  pen.restore();
}

/** Paints a thing once, shadow and all, and sets it down on every spot: soft shadows are what takes the time. */
function stamp(pen: Pen, spots: readonly Spot[], size: number, paint: (pen: Pen, spot: Spot) => void): void {
  const half = size * 2;
  const { canvas, pen: one } = createCanvas(half * 2, half * 2);
  paint(one, { x: half, y: half });
  for (const { x, y } of spots) pen.drawImage(canvas, x - half, y - half);
}

function paintRosette(pen: Pen, { x, y }: Spot, size: number, color: string): void {
  withShadow(pen, 'rgb(50 25 15 / 0.28)', 8, 4, () => {
    pen.fillStyle = shade(color, -0.08);
    pen.beginPath();
    for (let petal = 0; petal < 6; petal++) {
      const angle = (petal / 6) * Math.PI * 2;
      pen.moveTo(x, y);
      pen.arc(x + Math.cos(angle) * size * 0.45, y + Math.sin(angle) * size * 0.45, size * 0.62, 0, Math.PI * 2);
    }
    pen.fill();
  });
  pen.strokeStyle = shade(color, 0.45);
  pen.lineWidth = size * 0.16;
  pen.lineCap = 'round';
  pen.beginPath();
  for (let turn = 0; turn <= 22; turn++) {
    const angle = turn * 0.55;
    const reach = (turn / 22) * size * 0.7;
    pen.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  pen.stroke();
}

function drawFlower(pen: Pen, { x, y }: Spot, size: number, color: string): void {
  withShadow(pen, 'rgb(50 25 15 / 0.3)', 10, 5, () => {
    for (let ring = 3; ring > 0; ring--) {
      pen.fillStyle = shade(color, 0.22 * (3 - ring) - 0.1);
      pen.beginPath();
      const petals = 4 + ring;
      for (let petal = 0; petal < petals; petal++) {
        const angle = (petal / petals) * Math.PI * 2 + ring * 0.6;
        const reach = (size * ring) / 5;
        pen.moveTo(x, y);
        pen.arc(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach, (size * ring) / 6 + 4, 0, Math.PI * 2);
      }
      pen.fill();
    }
  });
  pen.fillStyle = shade(color, -0.35);
  pen.beginPath();
  pen.arc(x, y, size * 0.1, 0, Math.PI * 2);
  pen.fill();
}

function drawLeaf(pen: Pen, { x, y }: Spot, angle: number): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  pen.fillStyle = '#7d9a63';
  pen.fill(new Path2D('M0 0 q26 -26 62 0 q-36 26 -62 0'));
  pen.strokeStyle = '#5f7c48';
  pen.lineWidth = 3;
  pen.stroke(new Path2D('M4 0 h50'));
  pen.restore();
}

function drawWreath(pen: Pen, { piping, writing }: CakeDesign, radius: number): void {
  const blooms = 15;
  const at = (index: number, reach: number): Spot => {
    const angle = (index / blooms) * Math.PI * 2;
    return { x: WIDTH / 2 + Math.cos(angle) * reach, y: HEIGHT / 2 + Math.sin(angle) * reach };
  };
  for (let bloom = 0; bloom < blooms; bloom++) {
    drawLeaf(pen, at(bloom + 0.5, radius * 0.86), (bloom / blooms) * Math.PI * 2 + 1.1);
  }
  for (let bloom = 0; bloom < blooms; bloom++) {
    const color = bloom % 3 === 0 ? '#fff6ee' : bloom % 3 === 1 ? piping : writing;
    drawFlower(pen, at(bloom, radius * 0.86), bloom % 2 === 0 ? 76 : 60, color);
  }
}

/** Decorations stand along the edge and leave the band of the words free, `halfBand` above and below the middle. */
function drawDecoration(
  pen: Pen,
  { shape, decoration, piping: color }: CakeDesign,
  radius: number,
  halfBand: number,
): void {
  const ring = (count: number, share: number, draw: (spot: Spot, index: number) => void) => {
    for (let index = 0; index < count; index++) {
      const spot = pointAt(shape, (index / count) * Math.PI * 2 + 0.3, radius * share);
      if (Math.abs(spot.y - HEIGHT / 2 + (shape === 'heart' ? 15 : 0)) > halfBand) draw(spot, index);
    }
  };
  switch (decoration) {
    case 'pearls':
      ring(30, 0.82, ({ x, y }) => {
        const pearl = pen.createRadialGradient(x - 3, y - 3, 1, x, y, 9);
        pearl.addColorStop(0, '#ffffff');
        pearl.addColorStop(1, '#d9cfc4');
        pen.fillStyle = pearl;
        pen.beginPath();
        pen.arc(x, y, 8, 0, Math.PI * 2);
        pen.fill();
      });
      return;
    case 'hearts':
      ring(14, 0.78, ({ x, y }) => drawShape(pen, { x, y }, 30, shade(color, -0.1), 'heart'));
      return;
    case 'stars':
      ring(14, 0.79, ({ x, y }) => drawShape(pen, { x, y }, 30, '#f3c64b', 'star'));
      return;
    case 'flowers':
      ring(9, 0.77, (spot, index) => drawFlower(pen, spot, index % 2 === 0 ? 62 : 46, color));
      return;
    case 'fruit':
      ring(18, 0.78, (spot, index) => drawFruit(pen, spot, index));
      return;
    case 'dinosaur':
      drawDinosaur(pen);
      return;
    case 'none':
  }
}

function drawShape(pen: Pen, { x, y }: Spot, size: number, color: string, shape: 'heart' | 'star'): void {
  const path = new Path2D();
  for (let turn = 0; turn < 60; turn++) {
    const angle = (turn / 60) * Math.PI * 2;
    if (shape === 'heart') {
      const dy = 13 * Math.cos(angle) - 5 * Math.cos(2 * angle) - 2 * Math.cos(3 * angle) - Math.cos(4 * angle);
      path.lineTo(x + (size / 17) * 16 * Math.sin(angle) ** 3, y - (size / 17) * dy);
    } else if (turn % 6 === 0) {
      const reach = turn % 12 === 0 ? size : size * 0.45;
      path.lineTo(x + Math.sin(angle) * reach, y - Math.cos(angle) * reach);
    }
  }
  path.closePath();
  withShadow(pen, 'rgb(50 25 15 / 0.3)', 8, 4, () => {
    pen.fillStyle = color;
    pen.fill(path);
  });
}

function drawFruit(pen: Pen, { x, y }: Spot, index: number): void {
  const colors = ['#d7263d', '#3f4a8a', '#f2a33a', '#7fa83b'];
  const color = colors[index % colors.length] ?? '#d7263d';
  const size = index % 4 === 1 ? 24 : 36;
  withShadow(pen, 'rgb(50 25 15 / 0.35)', 10, 6, () => {
    const round = pen.createRadialGradient(x - size / 3, y - size / 3, 2, x, y, size);
    round.addColorStop(0, shade(color, 0.55));
    round.addColorStop(1, color);
    pen.fillStyle = round;
    pen.beginPath();
    pen.arc(x, y, size, 0, Math.PI * 2);
    pen.fill();
  });
  if (index % 4 !== 0) return;
  pen.fillStyle = '#ffe9b8';
  for (let seed = 0; seed < 7; seed++) {
    const angle = seed * 2.4;
    pen.fillRect(x + Math.cos(angle) * size * 0.55, y + Math.sin(angle) * size * 0.55, 4, 6);
  }
}

function drawDinosaur(pen: Pen): void {
  pen.save();
  pen.translate(WIDTH / 2 - 120, HEIGHT / 2 + 92);
  pen.scale(1.35, 1.35);
  withShadow(pen, 'rgb(50 25 15 / 0.3)', 8, 5, () => {
    pen.fillStyle = '#5f9e6e';
    pen.fill(
      new Path2D(
        'M0 86 q26 -6 34 -34 q6 -26 40 -30 q24 -2 30 -26 q2 -26 32 -24 q30 4 28 28 q-2 18 -34 18 q-4 40 -26 58 l2 34 h-22 l-4 -26 h-22 l-4 26 h-22 l0 -28 q-14 8 -32 4 z',
      ),
    );
  });
  pen.fillStyle = '#f3c64b';
  pen.fill(new Path2D('M46 22 l10 -22 l12 18 z M70 12 l12 -22 l10 20 z M94 -8 l4 -24 l14 14 z'));
  pen.fillStyle = '#222222';
  pen.beginPath();
  pen.arc(142, -16, 4, 0, Math.PI * 2);
  pen.fill();
  pen.restore();
}

/** Words as they come out of a piping bag: a soft shadow, a body with round ends, a light along its back. */
function drawLettering(pen: Pen, { lettering, writing, decoration }: CakeDesign, middle: Spot, room: number): void {
  const lines = lettering.split('\n').slice(0, 4);
  if (lettering === '') return;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  let size = Math.min(112, 300 / lines.length);
  pen.font = `500 ${size}px ${FONT}`;
  const widest = Math.max(...lines.map((line) => pen.measureText(line).width));
  if (widest > room) size = Math.max(30, (size * room) / widest);
  pen.font = `500 ${size}px ${FONT}`;
  const up = decoration === 'dinosaur' ? 95 : 0;
  lines.forEach((line, index) => {
    const y = middle.y - up + (index - (lines.length - 1) / 2) * size * 1.25;
    // Each line swings a little, as a hand does.
    pen.save();
    pen.translate(middle.x, y);
    pen.rotate((index % 2 === 0 ? -1 : 1) * 0.012);
    withShadow(pen, 'rgb(60 30 20 / 0.35)', size * 0.1, size * 0.06, () => {
      pen.strokeStyle = shade(writing, -0.12);
      pen.lineWidth = size * 0.085;
      pen.strokeText(line, 0, 0);
    });
    pen.fillStyle = writing;
    pen.fillText(line, 0, 0);
    pen.strokeStyle = writing;
    pen.lineWidth = size * 0.04;
    pen.strokeText(line, 0, 0);
    pen.strokeStyle = shade(writing, 0.5);
    pen.globalAlpha = 0.55;
    pen.lineWidth = size * 0.014;
    pen.strokeText(line, -size * 0.012, -size * 0.02);
    pen.restore();
  });
}

/** Two tiers on a stand, from the side, the words on the lower one. */
function drawTiers(pen: Pen, design: CakeDesign): void {
  const { cream, piping } = design;
  const stand = new Path2D('M300 800 h600 q-6 26 -60 26 h-180 l10 44 h-140 l10 -44 h-180 q-54 0 -60 -26 z');
  withShadow(pen, 'rgb(40 20 10 / 0.3)', 30, 14, () => {
    pen.fillStyle = '#efe7db';
    pen.fill(stand);
  });
  for (const tier of [
    { left: 350, width: 500, top: 470, height: 330 },
    { left: 440, width: 320, top: 235, height: 235 },
  ]) {
    const side = pen.createLinearGradient(tier.left, 0, tier.left + tier.width, 0);
    side.addColorStop(0, shade(cream, -0.16));
    side.addColorStop(0.35, shade(cream, 0.45));
    side.addColorStop(1, shade(cream, -0.18));
    const body = new Path2D();
    body.roundRect(tier.left, tier.top, tier.width, tier.height, [26, 26, 10, 10]);
    withShadow(pen, 'rgb(40 20 10 / 0.3)', 28, 12, () => {
      pen.fillStyle = side;
      pen.fill(body);
    });
    const border: Spot[] = [];
    for (let x = tier.left + 16; x <= tier.left + tier.width - 10; x += 32) {
      border.push({ x, y: tier.top + tier.height - 8 });
    }
    stamp(pen, border, 17, (one, spot) => paintRosette(one, spot, 17, piping));
  }
  for (const [x, y, size] of [
    [470, 225, 84],
    [548, 200, 100],
    [630, 214, 78],
    [780, 470, 92],
    [832, 510, 66],
    [382, 640, 60],
  ] as const) {
    drawLeaf(pen, { x: x + 12, y: y + 18 }, 0.4);
    drawFlower(pen, { x, y }, size, y > 400 ? piping : shadeHex(piping));
  }
  drawLettering(pen, design, { x: 610, y: 640 }, 380);
}

/** A lighter sister of a colour, still written as `#rrggbb`. */
function shadeHex(color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + (255 - channel) * 0.45)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
