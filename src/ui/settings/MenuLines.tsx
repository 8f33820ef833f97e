// One group of the menu as lines to rename, price, order, remove and add to. First run keeps them in its form, settings in the book.
// Law: it shows what it was given; each change goes out through one of its four doors.
import { useLayoutEffect, useRef, useState } from 'react';
import type { Currency } from '../../domain/money.ts';
import type { MenuGroup } from '../../domain/shop.ts';
import { useTexts } from '../base/texts.ts';
import { AmountField } from './AmountField.tsx';
import { ConflictMark } from './ConflictMark.tsx';
import { fieldTexts } from './fields.texts.ts';
import type { SeenFields } from './kept-words.ts';
import { TypedNote } from './TypedNote.tsx';
import { type SaveOutcome, useTypedText } from './use-typed-text.ts';
import './fields.css';

export interface ShownLine {
  readonly eid: string;
  readonly name: string;
  readonly minor: number | null;
  readonly isActive: boolean;
}
export interface MenuLinesProps {
  readonly group: MenuGroup;
  readonly currency: Currency;
  readonly lines: readonly ShownLine[];
  /** `seen` is what stood in the line when the typing began; first run has none. */
  readonly onRename: (eid: string, name: string, seen: SeenFields | null) => Promise<SaveOutcome> | undefined;
  readonly onPrice: (eid: string, minor: number | null, seen: SeenFields | null) => Promise<SaveOutcome> | undefined;
  /** A line without a name keeps the one it had. */
  readonly isNameNeeded?: boolean;
  /** `by` is -1 or 1. */
  readonly onMove: (eid: string, by: number) => void;
  readonly onRemove: (eid: string) => void;
  readonly onAdd: () => void;
  /** Absent: lines cannot be switched off, only removed. */
  readonly onSwitch?: (eid: string, isActive: boolean) => void;
  readonly switchLabel?: (name: string) => string;
  readonly onLabel?: string;
  readonly offLabel?: string;
}

export function MenuLines(props: MenuLinesProps) {
  const { group, lines, onAdd } = props;
  const texts = useTexts(fieldTexts);
  const list = useRef<HTMLUListElement>(null);
  // The line comes when the book (or the form) has it; then the cursor goes there.
  const [focusFrom, setFocusFrom] = useState<number | null>(null);
  const count = lines.length;
  useLayoutEffect(() => {
    if (focusFrom === null || count <= focusFrom) return;
    setFocusFrom(null);
    const inputs = list.current?.querySelectorAll<HTMLInputElement>('.menu-name input');
    inputs?.[inputs.length - 1]?.select();
  }, [focusFrom, count]);
  return (
    <div className="menu-lines">
      <ul ref={list}>
        {lines.map((line, index) => (
          <Line key={line.eid} {...props} line={line} index={index} />
        ))}
      </ul>
      <button
        type="button"
        className="small"
        onClick={() => {
          onAdd();
          setFocusFrom(count);
        }}
      >
        + {texts.addTo(texts[`group.${group}`])}
      </button>
    </div>
  );
}

function Line({
  group,
  currency,
  lines,
  line,
  index,
  onRename,
  onPrice,
  isNameNeeded = false,
  onMove,
  onRemove,
  onSwitch,
  switchLabel,
  onLabel,
  offLabel,
}: MenuLinesProps & { readonly line: ShownLine; readonly index: number }) {
  const texts = useTexts(fieldTexts);
  const name = line.name === '' ? texts.newLine : line.name;
  const typed = useTypedText({
    saved: line.name,
    place: { eid: line.eid, field: 'name' },
    onSave: (text, seen) => onRename(line.eid, text, seen),
    canSave: (text) => !isNameNeeded || text.trim() !== '',
  });
  return (
    <li className={line.isActive ? 'menu-line' : 'menu-line menu-line-off'}>
      <label className="menu-name">
        <span className="visually-hidden">{texts.lineName(texts[`group.${group}`])}</span>
        <input autoComplete="off" {...typed.input} />
      </label>
      <AmountField
        label={group === 'size' ? texts.linePrice(name) : texts.lineExtra(name)}
        minor={line.minor}
        currency={currency}
        placeholder={texts.noPrice}
        place={{ eid: line.eid, field: 'price' }}
        onSave={(minor, seen) => onPrice(line.eid, minor, seen)}
      />
      <span className="menu-tools">
        {onSwitch === undefined ? null : (
          <button
            type="button"
            className="small menu-switch"
            aria-pressed={line.isActive}
            aria-label={switchLabel?.(name)}
            onClick={() => onSwitch(line.eid, !line.isActive)}
          >
            {line.isActive ? `● ${onLabel ?? ''}` : `○ ${offLabel ?? ''}`}
          </button>
        )}
        <button
          type="button"
          className="quiet sq small"
          aria-label={texts.moveUp(name)}
          disabled={index === 0}
          onClick={() => onMove(line.eid, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="quiet sq small"
          aria-label={texts.moveDown(name)}
          disabled={index === lines.length - 1}
          onClick={() => onMove(line.eid, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          className="quiet sq small"
          aria-label={texts.removeLine(name)}
          onClick={() => onRemove(line.eid)}
        >
          ✕
        </button>
      </span>
      <TypedNote typed={typed} />
      <ConflictMark eid={line.eid} />
    </li>
  );
}
