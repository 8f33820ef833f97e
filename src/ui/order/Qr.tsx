// A QR code drawn as one SVG path by React: crisp at any size, and no HTML from strings. The maker is loaded when needed.
import { useEffect, useState } from 'react';

type Drawing =
  | { readonly state: 'reading' }
  | { readonly state: 'too-long' }
  | { readonly state: 'ready'; readonly path: string; readonly size: number };

/** Modules of white that a reader needs around the code. */
const QUIET = 4;

async function drawQr(text: string): Promise<Drawing> {
  const { default: qrcode } = await import('qrcode');
  try {
    const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
    let path = '';
    for (let y = 0; y < modules.size; y++) {
      for (let x = 0; x < modules.size; x++) {
        if (modules.get(y, x)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
      }
    }
    return { state: 'ready', path, size: modules.size + 2 * QUIET };
  } catch {
    return { state: 'too-long' }; // the only thing that can be wrong with a text
  }
}

export function Qr({
  text,
  label,
  tooLong,
}: {
  readonly text: string;
  readonly label: string;
  readonly tooLong: string;
}) {
  const [drawing, setDrawing] = useState<Drawing>({ state: 'reading' });
  useEffect(() => {
    let alive = true;
    void drawQr(text).then((next) => {
      if (alive) setDrawing(next);
    });
    return () => {
      alive = false;
    };
  }, [text]);
  if (drawing.state === 'too-long') return <p className="todo">{tooLong}</p>;
  if (drawing.state === 'reading') return <span className="order-qr" aria-hidden="true" />;
  return (
    <svg className="order-qr" viewBox={`0 0 ${drawing.size} ${drawing.size}`} role="img" aria-label={label}>
      <rect width={drawing.size} height={drawing.size} fill="#fff" />
      <path d={drawing.path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
