// Printing the pickup list: the paper as it will be, the print window, and a file where none can be printed.
// Law: the print window opens only over answers read after every commit that had begun, with every picture decoded.
import './paper.css';
import './print.css';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OrderRow } from '../../domain/order-row.ts';
import { pickupDays } from '../../domain/pickup-list.ts';
import { menuOf } from '../../domain/shop.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { baseTexts } from '../base/base.texts.ts';
import { instantText } from '../base/format.ts';
import { Icon } from '../base/icons.tsx';
import { useNow, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import type { PaperWords } from './order-lines.ts';
import { PickupPaper } from './PickupPaper.tsx';
import { Days, Options, type Outcome, Outcomes } from './PrintSide.tsx';
import {
  breaksTablesBadly,
  cutIntoSheets,
  daysAsSheets,
  measurePaper,
  type PaperPlan,
  planStrips,
  type SheetHeights,
} from './paper-sheets.ts';
import { pickupListText } from './pickup-list-text.ts';
import { printTexts } from './print.texts.ts';
import { isAppleHomeScreen, openPrintWindow } from './print-job.ts';
import { type PrintOptions, usePrintOptions } from './print-options.ts';
import { paperToFile, sendFile } from './shared-file.ts';
import { usePageLength, usePageStyle } from './use-page-style.ts';
import { useDecoded, usePictures } from './use-pictures.ts';

/** `checking`: asking the database once more. `armed`: prints as soon as nothing is waited for. */
type Job = 'idle' | 'checking' | 'armed' | 'printing';
const NO_ROWS: readonly OrderRow[] = [];

export function PrintScreen({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }) {
  const first = from <= to ? from : to;
  const last = from <= to ? to : from;
  const { store, photos, env, shop, isDemo } = useWorld();
  const texts = useTexts(printTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const now = useNow();
  const [options, choose] = usePrintOptions();
  const query = store.queries.range(first, last);
  const live = useAnswer(query);
  // What the database said when printing was asked for; it stands until a newer live answer comes.
  const [asked, setAsked] = useState<{ readonly live: typeof live; readonly rows: readonly OrderRow[] } | null>(null);
  const rows = asked !== null && asked.live === live ? asked.rows : live;
  const [stampedAt, setStampedAt] = useState<Instant | null>(null);
  const [job, setJob] = useState<Job>('idle');
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const paper = useRef<HTMLDivElement>(null);

  const days = useMemo(
    () =>
      pickupDays(
        rows ?? NO_ROWS,
        menuOf(shop, 'size').map((size) => size.name),
        shop.currency,
      ),
    [rows, shop],
  );
  /** The picture of each place on the paper, in order. */
  const shas = useMemo(() => {
    if (options?.photos !== true) return [];
    return days.flatMap((day) =>
      day.orders.flatMap((row) => [...row.items.map((item) => item.photo), ...(row.orderPhotos ?? [])]),
    );
  }, [days, options?.photos]);
  const names = useMemo(() => [...new Set(shas.filter((sha) => sha !== null))].sort(), [shas]);
  const pictures = usePictures(names);
  const isStyled = usePageStyle(options?.layout ?? null);
  // What is drawn, by identity: whatever changes a height makes another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these changes what is drawn
  const drawn = useMemo(() => ({}), [days, options, language]);
  const [measured, setMeasured] = useState<{ readonly of: object; readonly heights: SheetHeights } | null>(null);
  const layout = options?.layout;
  const mustMeasure = breaksTablesBadly(navigator) || (layout === 'roll' && options?.strip === true);
  // Pictures have a place of fixed size, so heights need not wait for them.
  useLayoutEffect(() => {
    const shown = paper.current?.firstElementChild;
    if (!mustMeasure || shown == null || layout === undefined) return;
    setMeasured({ of: drawn, heights: measurePaper(shown, layout) });
  }, [mustMeasure, layout, drawn]);
  const isMeasured = !mustMeasure || measured?.of === drawn;
  const plan: PaperPlan = useMemo(() => {
    if (!mustMeasure || measured?.of !== drawn) return { sheets: daysAsSheets(days), pageMm: null };
    if (breaksTablesBadly(navigator)) return { sheets: cutIntoSheets(days, measured.heights), pageMm: null };
    return planStrips(days, measured.heights);
  }, [mustMeasure, measured, drawn, days]);
  usePageLength(plan.pageMm);
  // A picture that comes to another sheet is another picture to the browser, so the cut belongs to what must be decoded.
  const contents = `${layout} ${shas.join(' ')} ${plan.sheets.map((sheet) => sheet.orders.length).join()}`;
  const isDecoded = useDecoded(paper, contents, pictures.isRead && rows !== undefined && options !== null);
  const isReady = rows !== undefined && options !== null && isStyled && isDecoded && isMeasured;
  const missing = [...pictures.urls.values()].filter((url) => url === null).length;

  const words: PaperWords = { texts, base, language, shop, today: now.date, phones: options?.phones === true };
  const footer = [
    texts.printedAt(shop.name, instantText(stampedAt ?? now.instant, shop.zone, language)),
    ...(isDemo ? [texts.demo] : []),
    ...(options?.phones === true ? [texts.shred] : []),
  ];
  const fileName = texts.fileName(first === last ? first : `${first}_${last}`);

  /** Reads again (behind every write that has begun), stamps the paper, and lets the effect below print it. */
  const askToPrint = async () => {
    setJob('checking');
    askedFor.current = isFor;
    setOutcome({ kind: 'none' });
    try {
      const fresh = await query.run();
      if (shownFor.current !== isFor) return setJob('idle');
      flushSync(() => {
        setAsked({ live, rows: fresh });
        setStampedAt(env.now());
        setJob('armed');
      });
    } catch (cause) {
      console.error('the list could not be read before printing', cause);
      setJob('idle');
      setOutcome({ kind: 'unread' });
    }
  };
  const isEmpty = rows !== undefined && days.length === 0;
  // There is nothing to print any more, or other days are shown than were asked for.
  const isFor = `${first} ${last}`;
  const shownFor = useRef(isFor);
  const askedFor = useRef(isFor);
  shownFor.current = isFor;
  useEffect(() => {
    if (job === 'armed' && (isEmpty || askedFor.current !== isFor)) setJob('idle');
  }, [job, isEmpty, isFor]);
  useEffect(() => {
    if (job !== 'armed' || !isReady || isEmpty || askedFor.current !== isFor) return;
    setJob('printing');
    void openPrintWindow(window).then((opened) => {
      setJob('idle');
      setStampedAt(null);
      setOutcome({ kind: opened === 'opened' ? 'printed' : 'cannot' });
    });
  }, [job, isReady, isEmpty, isFor]);

  const hand = async (file: File) => {
    const result = await sendFile(file, navigator);
    if (result === 'needs-tap') setOutcome({ kind: 'file-ready', file });
    else if (result === 'saved') setOutcome({ kind: 'file-saved', name: file.name });
    else setOutcome({ kind: 'none' });
  };
  const sendPaper = async () => {
    if (paper.current?.firstElementChild == null || options === null) return;
    try {
      await hand(
        await paperToFile(paper.current.firstElementChild, {
          layout: options.layout,
          title: fileName,
          name: fileName,
          language,
          async readPicture(sha) {
            const read = await photos.read(sha, 'thumb');
            return read.ok ? read.blob : null;
          },
        }),
      );
    } catch (cause) {
      console.error('the file could not be made', cause);
      setOutcome({ kind: 'file-failed' });
    }
  };
  const sendText = () =>
    hand(new File([pickupListText(days, words, footer)], `${fileName}.txt`, { type: 'text/plain' }));

  const waiting =
    rows === undefined
      ? texts.waitOrders
      : options === null || !isStyled
        ? texts.waitPaper
        : !isDecoded
          ? texts.waitPictures(pictures.urls.size, names.length)
          : null;

  return (
    <section className="screen print-screen" aria-labelledby="print-title">
      <div className="screen-head no-print">
        <h1 id="print-title">{texts.title}</h1>
        <span className="gap" />
        <p className="print-status" role="status">
          {isEmpty ? null : job === 'printing' ? texts.printing : (waiting ?? texts.ready)}
        </p>
        <button
          type="button"
          className="primary print-go"
          disabled={isEmpty || rows === undefined || job !== 'idle'}
          onClick={() => void askToPrint()}
        >
          <Icon name="print" />
          {texts.print}
        </button>
      </div>
      <div className="screen-body print-body">
        <div className="print-side no-print">
          <Days from={first} to={last} today={now.date} />
          {options === null ? null : <Options options={options} onChange={choose} />}
          <Outcomes outcome={outcome} onSend={(file) => void hand(file)} />
          {isAppleHomeScreen(navigator) && outcome.kind === 'none' ? <p className="hint">{texts.appleApp}</p> : null}
          {missing === 0 ? null : <p className="todo">{texts.picturesMissing(missing)}</p>}
          {isEmpty ? null : (
            <fieldset className="print-group">
              <legend className="label">{texts.otherWays}</legend>
              <div className="print-buttons">
                <button
                  type="button"
                  className={outcome.kind === 'cannot' ? 'primary' : ''}
                  disabled={!isReady}
                  onClick={() => void sendPaper()}
                >
                  {texts.asFile}
                </button>
                <button type="button" disabled={!isReady} onClick={() => void sendText()}>
                  {texts.asText}
                </button>
              </div>
              {options?.phones === true ? <p className="hint">{texts.fileHasPhones}</p> : null}
            </fieldset>
          )}
        </div>
        {isEmpty ? (
          <div className="empty print-preview">
            <b>{texts.nothing}</b>
            <p>{texts.nothingHint}</p>
          </div>
        ) : options === null || rows === undefined ? (
          <p className="empty print-preview">{base.reading}</p>
        ) : (
          <Preview title={texts.preview} layout={options.layout}>
            <div ref={paper}>
              <PickupPaper
                sheets={plan.sheets}
                layout={options.layout}
                isStrip={plan.pageMm !== null}
                pictures={options.photos ? pictures.urls : null}
                words={words}
                footer={footer}
              />
            </div>
          </Preview>
        )}
      </div>
    </section>
  );
}

/** The paper at its own size where there is room, else shrunk to fit. */
function Preview({
  title,
  layout,
  children,
}: {
  readonly title: string;
  readonly layout: PrintOptions['layout'];
  readonly children: React.ReactNode;
}) {
  const frame = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outer = frame.current;
    const inner = sheet.current;
    if (outer === null || inner === null) return;
    const shrink = () => {
      const room = outer.clientWidth;
      const millimetre = 96 / 25.4;
      const width = (layout === 'a4' ? 210 : 80) * millimetre;
      inner.style.setProperty('--fit', String(Math.min(1, room / width)));
    };
    const watch = new ResizeObserver(shrink);
    watch.observe(outer);
    shrink();
    return () => watch.disconnect();
  }, [layout]);
  return (
    <section className="print-preview" aria-label={title} ref={frame}>
      <div className={`print-sheet print-sheet-${layout}`} ref={sheet}>
        {children}
      </div>
    </section>
  );
}
