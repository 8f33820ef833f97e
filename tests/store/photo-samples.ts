// Pictures made on the spot for the tests of photos: drawn on a canvas, turned by hand-made EXIF, or none at all.

/** A picture whose four quarters are red, green, blue and yellow (left to right, top to bottom). */
export async function drawQuarters(width: number, height: number, type = 'image/jpeg'): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  const quarters = [
    ['#f00', 0, 0],
    ['#0f0', 1, 0],
    ['#00f', 0, 1],
    ['#ff0', 1, 1],
  ] as const;
  for (const [colour, x, y] of quarters) {
    context.fillStyle = colour;
    context.fillRect((x * width) / 2, (y * height) / 2, width / 2, height / 2);
  }
  return await canvas.convertToBlob({ type, quality: 0.95 });
}

/** A picture that packs badly: chance in every point. */
export async function drawNoise(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  const image = context.createImageData(width, height);
  for (let at = 0; at < image.data.length; at += 65_536) crypto.getRandomValues(image.data.subarray(at, at + 65_536));
  for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
  context.putImageData(image, 0, 0);
  return await canvas.convertToBlob({ type });
}

/** The JPEG with a camera's note that says how it was held (1 to 8), and where it was taken. */
export async function withExif(jpeg: Blob, orientation: number): Promise<Blob> {
  const maker = new TextEncoder().encode('Seoul 37.5 N');
  const tiff = new Uint8Array(8 + 2 + 2 * 12 + 4 + maker.length);
  const view = new DataView(tiff.buffer);
  view.setUint32(0, 0x4d4d002a); // big-endian TIFF
  view.setUint32(4, 8);
  view.setUint16(8, 2);
  const entry = (at: number, tag: number, type: number, count: number) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
  };
  entry(10, 0x0112, 3, 1);
  view.setUint16(18, orientation);
  entry(22, 0x010e, 2, maker.length);
  view.setUint32(30, 38);
  tiff.set(maker, 38);
  const exif = new TextEncoder().encode('Exif\0\0');
  const length = 2 + exif.length + tiff.length;
  const app1 = new Uint8Array([0xff, 0xe1, length >> 8, length & 0xff, ...exif, ...tiff]);
  return new Blob([jpeg.slice(0, 2), app1, jpeg.slice(2)], { type: 'image/jpeg' });
}

/** The colours at the centre of each quarter, `r`, `g`, `b` or `y`, left to right, top to bottom. */
export async function quartersOf(picture: Blob): Promise<string> {
  const bitmap = await createImageBitmap(picture);
  const context = contextOf(new OffscreenCanvas(bitmap.width, bitmap.height));
  context.drawImage(bitmap, 0, 0);
  const colourAt = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x * bitmap.width, y * bitmap.height, 1, 1).data;
    if (red > 128 && green > 128) return 'y';
    if (red > 128) return 'r';
    return green > 128 ? 'g' : blue > 128 ? 'b' : '?';
  };
  return colourAt(0.25, 0.25) + colourAt(0.75, 0.25) + colourAt(0.25, 0.75) + colourAt(0.75, 0.75);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  return context;
}
