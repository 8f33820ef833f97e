// The picture of the first screen, drawn for this app: a tablet with the day's cakes in a row. Decorative.

const ROWS = [38, 66, 94] as const;

export function TabletDrawing() {
  return (
    <svg className="welcome-drawing" viewBox="0 0 220 150" aria-hidden="true" fill="none" strokeLinejoin="round">
      <rect x="14" y="8" width="192" height="134" rx="14" className="drawing-surface" strokeWidth="3" />
      <path d="M32 24h46" className="drawing-ink" strokeWidth="6" strokeLinecap="round" />
      <path d="M168 24h20" className="drawing-accent" strokeWidth="8" strokeLinecap="round" />
      {ROWS.map((y) => (
        <g key={y}>
          <rect x="28" y={y} width="164" height="24" rx="6" className="drawing-row" strokeWidth="1.5" />
          <path
            d={`M36 ${y + 18}v-7h14v7zM36 ${y + 11}q7-5 14 0M43 ${y + 8}v-3`}
            className="drawing-line"
            strokeWidth="1.8"
          />
          <path d={`M60 ${y + 9}h44`} className="drawing-ink" strokeWidth="3.5" strokeLinecap="round" />
          <path d={`M60 ${y + 16}h70`} className="drawing-faint" strokeWidth="3" strokeLinecap="round" />
          <path d={`M172 ${y + 12}l4 4 8-8`} className="drawing-accent" strokeWidth="3" strokeLinecap="round" />
        </g>
      ))}
      <path d="M86 132h48" className="drawing-faint" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}
