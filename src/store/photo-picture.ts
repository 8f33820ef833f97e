// Makes a stored picture out of whatever a camera or gallery gives: upright, at most 1600 px, without the camera's notes.
// Law: nothing here writes; the heavy work (decoding, scaling, encoding) is left to the browser's own threads.
import type { EncodedPicture } from './photo-store.ts';

export const LONG_SIDE_PX = 1600;
export const THUMB_SIDE_PX = 240;
export const THUMB_MAX_BYTES = 20 * 1024;
/** Larger files are no photos; larger pictures would take a small tablet's memory (4 bytes for each pixel). */
const MAX_FILE_BYTES = 80 * 1024 * 1024;
const MAX_PIXELS = 120_000_000;
const QUALITY = 0.82;

export interface MadePicture {
  readonly width: number;
  readonly height: number;
  readonly full: EncodedPicture;
  readonly thumb: EncodedPicture;
}
export type MakePictureResult =
  | { readonly ok: true; readonly made: MadePicture }
  | { readonly ok: false; readonly problem: 'not-a-picture' | 'too-large' | 'failed'; readonly cause: unknown };
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What the photo store needs of the browser's pictures; tests in Node give their own. */
export interface PictureMaker {
  make(file: Blob): Promise<MakePictureResult>;
  /** A thumbnail of a picture that is stored already; null when it does not decode. */
  makeThumb(picture: Blob): Promise<EncodedPicture | null>;
  /** Decodes the whole picture; null when it does not decode. */
  measure(picture: Blob): Promise<PixelSize | null>;
}

/** A decoded picture, to be let go of: bitmaps and canvases are what iPads run out of first. */
interface Decoded extends PixelSize {
  readonly source: ImageBitmap | HTMLImageElement;
  release(): void;
}

/** Pictures by the browser's decoders and canvas. */
export function createPictureMaker(): PictureMaker {
  let canvasMime: Promise<string> | null = null;
  const mimeOfCanvas = () => {
    canvasMime ??= findCanvasMime();
    return canvasMime;
  };
  const makeThumbOf = async (decoded: Decoded): Promise<EncodedPicture> => {
    const mime = await mimeOfCanvas();
    let smallest: Blob | null = null;
    for (const [side, quality] of [
      [THUMB_SIDE_PX, 0.75],
      [THUMB_SIDE_PX, 0.5],
      [THUMB_SIDE_PX, 0.3],
      [160, 0.3],
      [96, 0.3],
    ] as const) {
      smallest = await encode(decoded, fitInto(decoded, side), mime, quality);
      if (smallest.size <= THUMB_MAX_BYTES) break;
    }
    if (smallest === null) throw new Error('no thumbnail was made');
    return { mime: smallest.type, bytes: await smallest.arrayBuffer() };
  };

  return {
    async make(file) {
      const decoded = await decode(file);
      if (!decoded.ok) return decoded;
      const { picture } = decoded;
      try {
        const { width, height } = fitInto(picture, LONG_SIDE_PX);
        const blob = await encode(picture, { width, height }, await mimeOfCanvas(), QUALITY);
        const full = { mime: blob.type, bytes: await blob.arrayBuffer() };
        return { ok: true, made: { width, height, full, thumb: await makeThumbOf(picture) } };
      } catch (cause) {
        return { ok: false, problem: 'failed', cause };
      } finally {
        picture.release();
      }
    },
    async makeThumb(blob) {
      const decoded = await decode(blob);
      if (!decoded.ok) return null;
      try {
        return await makeThumbOf(decoded.picture);
      } finally {
        decoded.picture.release();
      }
    },
    async measure(blob) {
      const decoded = await decode(blob);
      if (!decoded.ok) return null;
      decoded.picture.release();
      return decoded.picture.natural;
    },
  };
}

/** The size within a square of `side`, never larger than the picture itself. */
export function fitInto({ width, height }: PixelSize, side: number): PixelSize {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The name of a picture: SHA-256 of its bytes in hexadecimal. */
export async function nameOfPicture(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type DecodeResult =
  | { readonly ok: true; readonly picture: Decoded & { readonly natural: PixelSize } }
  | { readonly ok: false; readonly problem: 'not-a-picture' | 'too-large'; readonly cause: unknown };

/**
 * Decodes a file upright and already scaled down. The <img> tells the size from the file's head before anything large is
 * decoded; `createImageBitmap` then decodes away from the main thread. Where that fails (HEIC on Safari, browsers that
 * do not know `from-image`) the <img> decodes too: it has honoured the camera's orientation for longer.
 */
async function decode(file: Blob): Promise<DecodeResult> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, problem: 'too-large', cause: file.size };
  if (file.size === 0) return { ok: false, problem: 'not-a-picture', cause: 'empty' };
  const url = URL.createObjectURL(file);
  const image = new Image();
  const forget = () => {
    image.removeAttribute('src');
    URL.revokeObjectURL(url);
  };
  const isLoaded = await new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.src = url;
  });
  const natural = { width: image.naturalWidth, height: image.naturalHeight };
  if (!isLoaded || natural.width * natural.height === 0) {
    forget();
    return { ok: false, problem: 'not-a-picture', cause: null };
  }
  if (natural.width * natural.height > MAX_PIXELS) {
    forget();
    return { ok: false, problem: 'too-large', cause: natural };
  }
  const target = fitInto(natural, LONG_SIDE_PX);
  const bitmap = await decodeToBitmap(file, natural, target);
  if (bitmap !== null) {
    forget();
    return { ok: true, picture: { ...target, natural, source: bitmap, release: () => bitmap.close() } };
  }
  try {
    await image.decode();
  } catch (cause) {
    forget();
    return { ok: false, problem: 'not-a-picture', cause };
  }
  return { ok: true, picture: { ...natural, natural, source: image, release: forget } };
}

/** null: the browser cannot, or turned the picture after scaling it (the sides are swapped then). */
async function decodeToBitmap(file: Blob, natural: PixelSize, target: PixelSize): Promise<ImageBitmap | null> {
  if (typeof createImageBitmap !== 'function') return null;
  const scaled: ImageBitmapOptions =
    target.width === natural.width && target.height === natural.height
      ? {}
      : { resizeWidth: target.width, resizeHeight: target.height, resizeQuality: 'high' };
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image', ...scaled });
    if (bitmap.width === target.width && bitmap.height === target.height) return bitmap;
    bitmap.close();
    return null;
  } catch {
    return null; // the <img> is asked next, and says why when it cannot either
  }
}

/** Draws on white (a transparent logo is printed on paper) and encodes. */
async function encode({ source }: Decoded, { width, height }: PixelSize, mime: string, quality: number): Promise<Blob> {
  const canvas = makeCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  const blob = await canvasToBlob(canvas, mime, quality);
  canvas.width = 0; // gives the memory back at once on iPads
  canvas.height = 0;
  if (blob.type !== mime) throw new Error(`the canvas gave ${blob.type}`);
  return blob;
}

type Canvas = (OffscreenCanvas | HTMLCanvasElement) & {
  getContext(
    kind: '2d',
    options: { alpha: false },
  ): OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
};

function makeCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

async function canvasToBlob(canvas: Canvas, type: string, quality: number): Promise<Blob> {
  if (!(canvas instanceof HTMLCanvasElement)) return await canvas.convertToBlob({ type, quality });
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the canvas gave nothing')) : resolve(blob)),
      type,
      quality,
    );
  });
}

/** WebP where the canvas can write it, else JPEG: Safari answers with a PNG when it is asked for WebP. */
async function findCanvasMime(): Promise<string> {
  const canvas = makeCanvas(1, 1);
  canvas.getContext('2d', { alpha: false });
  const blob = await canvasToBlob(canvas, 'image/webp', QUALITY);
  return blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
}
