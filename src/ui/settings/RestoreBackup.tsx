// Bringing a backup back: the file is looked through and described first, joined only then.
// Law: nothing is written before the person has seen what is in the file; what joining did is said in figures it gave.
import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../domain/time.ts';
import { localMoment } from '../../domain/time.ts';
import type { InspectBackupResult } from '../../store/backup-read.ts';
import type { BackupProgress, BackupRefusal, JoinBackupResult } from '../../store/backup-report.ts';
import type { PhotoStore } from '../../store/photo-store.ts';
import type { ShopStore } from '../../store/shop-store.ts';
import { baseTexts } from '../base/base.texts.ts';
import { Dialog } from '../base/Dialog.tsx';
import { dayTitleYear } from '../base/format.ts';
import type { AppServices } from '../base/services.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { backupTexts } from './backup.texts.ts';
import { byteSize } from './byte-size.ts';
import './backup.css';

type Inspected = Exclude<InspectBackupResult, { readonly kind: 'refused' }>;
type State =
  | { readonly phase: 'choosing' }
  | { readonly phase: 'looking'; readonly progress: BackupProgress | null }
  | { readonly phase: 'refused'; readonly file: File; readonly refusal: BackupRefusal }
  | { readonly phase: 'inspected'; readonly inspected: Inspected; readonly shopName: string }
  | { readonly phase: 'joining'; readonly progress: BackupProgress | null }
  | { readonly phase: 'over'; readonly result: JoinBackupResult };

export interface RestoreBackupProps {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  readonly services: AppServices;
  readonly zone: string;
  readonly onClose: () => void;
}

export function RestoreBackup({ store, photos, services, zone, onClose }: RestoreBackupProps) {
  const texts = useTexts(backupTexts);
  const base = useTexts(baseTexts);
  const [state, setState] = useState<State>({ phase: 'choosing' });
  const [passphrase, setPassphrase] = useState('');
  const stop = useRef<AbortController | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const isBusy = state.phase === 'looking' || state.phase === 'joining';
  useEffect(() => {
    if (!isBusy) return;
    const letGo = [services.dirtyForms.hold(), services.lock.holdOpen(), services.keepAwake()];
    return () => {
      for (const release of letGo) release();
    };
  }, [services, isBusy]);
  useEffect(() => () => stop.current?.abort(), []);

  const look = async (file: File, passphrase: string | null) => {
    const { inspectBackup } = await import('../../store/backup-read.ts');
    const controller = new AbortController();
    stop.current = controller;
    setState({ phase: 'looking', progress: null });
    const inspected = await inspectBackup(file, passphrase, {
      signal: controller.signal,
      onProgress: (progress) => setState({ phase: 'looking', progress }),
    });
    if (inspected.kind === 'refused') setState({ phase: 'refused', file, refusal: inspected });
    else setState({ phase: 'inspected', inspected, shopName: (await store.queries.shop().run()).name });
  };
  const join = async (inspected: Inspected) => {
    const { joinBackup } = await import('../../store/backup-read.ts');
    const controller = new AbortController();
    stop.current = controller;
    setState({ phase: 'joining', progress: null });
    const result = await joinBackup({
      inspected,
      acceptsDamage: inspected.kind === 'partial',
      store,
      photos,
      signal: controller.signal,
      onProgress: (progress) => setState({ phase: 'joining', progress }),
    });
    setState({ phase: 'over', result });
  };
  const pick = () => picker.current?.click();
  const percent = isBusy && state.progress !== null ? Math.floor(state.progress.done * 100) : null;

  return (
    <Dialog
      title={texts.restoreTitle}
      onClose={() => {
        if (!isBusy) onClose();
      }}
      actions={
        <>
          {isBusy ? (
            <button type="button" onClick={() => stop.current?.abort()}>
              {texts.stop}
            </button>
          ) : null}
          {state.phase === 'choosing' ? (
            <button type="button" className="primary" onClick={pick}>
              {texts.pickFile}
            </button>
          ) : null}
          {state.phase === 'refused' || state.phase === 'inspected' ? (
            <button type="button" onClick={pick}>
              {texts.otherFile}
            </button>
          ) : null}
          {state.phase === 'inspected' ? (
            <button type="button" className="primary" onClick={() => void join(state.inspected)}>
              {state.inspected.kind === 'partial' ? texts.acceptDamage : texts.join}
            </button>
          ) : null}
          {state.phase === 'over' ? (
            <button type="button" className="primary" onClick={onClose}>
              {base.close}
            </button>
          ) : null}
        </>
      }
    >
      <input
        ref={picker}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          setPassphrase('');
          if (file !== undefined) void look(file, null);
        }}
      />
      <div className="backup-restore" aria-live="polite">
        {state.phase === 'choosing' ? <p>{texts.restoreLead}</p> : null}
        {isBusy ? (
          <Progress
            label={
              state.phase === 'looking'
                ? percent === null
                  ? texts.looking
                  : texts.lookingAt(percent)
                : percent === null
                  ? texts.joining
                  : texts.joiningAt(percent)
            }
            done={state.progress?.done ?? null}
          />
        ) : null}
        {state.phase === 'refused' ? (
          <Refused
            refusal={state.refusal}
            passphrase={passphrase}
            onPassphrase={setPassphrase}
            onOpen={() => void look(state.file, passphrase)}
          />
        ) : null}
        {state.phase === 'inspected' ? (
          <Inside inspected={state.inspected} shopName={state.shopName} zone={zone} />
        ) : null}
        {state.phase === 'over' ? <Outcome result={state.result} /> : null}
      </div>
    </Dialog>
  );
}

export function Progress({ label, done }: { readonly label: string; readonly done: number | null }) {
  return (
    <div className="backup-progress">
      <span aria-hidden="true">{label}</span>
      {done === null ? <progress aria-label={label} /> : <progress aria-label={label} max={1} value={done} />}
    </div>
  );
}

function Refused({
  refusal,
  passphrase,
  onPassphrase,
  onOpen,
}: {
  readonly refusal: BackupRefusal;
  readonly passphrase: string;
  readonly onPassphrase: (text: string) => void;
  readonly onOpen: () => void;
}) {
  const texts = useTexts(backupTexts);
  if (refusal.problem === 'passphrase-needed' || refusal.problem === 'passphrase-wrong') {
    const isWrong = refusal.problem === 'passphrase-wrong';
    return (
      <form
        className="backup-restore"
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') onOpen();
        }}
      >
        <p className={isWrong ? 'field-problem' : undefined} role={isWrong ? 'alert' : undefined}>
          {isWrong ? texts.passphraseWrong : texts.passphraseNeeded}
        </p>
        <label className="field">
          <span>{texts.passphrase}</span>
          <input
            type="password"
            autoComplete="off"
            value={passphrase}
            aria-invalid={isWrong}
            onChange={(event) => onPassphrase(event.target.value)}
          />
        </label>
        <button type="submit" className="primary" disabled={passphrase === ''}>
          {texts.passphraseOpen}
        </button>
      </form>
    );
  }
  const sentence =
    refusal.problem === 'foreign'
      ? texts[`problem.${refusal.looksLike ?? 'foreign'}`]
      : texts[`problem.${refusal.problem}`];
  return (
    <p className="todo" role="alert">
      {sentence}
    </p>
  );
}

/** `10월 15일(토) 08:02`, with the year; the clock of the tablet that made the file, shown in the shop's zone. */
function stamp(at: Instant, zone: string, language: 'ko' | 'en' | 'ja'): string {
  const { date, time } = localMoment(at, zone);
  return `${dayTitleYear(date, language)} ${time}`;
}

function Inside({
  inspected,
  shopName,
  zone,
}: {
  readonly inspected: Inspected;
  readonly shopName: string;
  readonly zone: string;
}) {
  const texts = useTexts(backupTexts);
  const base = useTexts(baseTexts);
  const language = useLanguage();
  const { summary } = inspected;
  return (
    <>
      <h3>{texts.insideTitle}</h3>
      <dl className="backup-inside">
        <dt>{texts.shop}</dt>
        <dd>{summary.shopName ?? base.none}</dd>
        <dt>{texts.madeAt}</dt>
        <dd>{summary.madeAt === null ? base.blank : stamp(summary.madeAt, zone, language)}</dd>
        <dt>{texts.madeOn}</dt>
        <dd>{summary.deviceName}</dd>
        <dt>{texts.orders}</dt>
        <dd>{texts.ordersCount(summary.orders)}</dd>
        <dt>{texts.photos}</dt>
        <dd>{summary.withPhotos ? texts.photosCount(summary.photos) : texts.noPhotos}</dd>
        <dt>{texts.changes}</dt>
        <dd>{summary.transactions.toLocaleString()}</dd>
        <dt>{texts.size}</dt>
        <dd>
          {byteSize(summary.bytes)}
          {summary.isEncrypted ? ` · ${texts.locked}` : ''}
        </dd>
      </dl>
      {inspected.kind === 'partial' ? (
        <p className="todo" role="alert">
          {inspected.damage.kind === 'cut-off' ? texts.cutOff : texts.damaged(inspected.damage.lostParts)}
        </p>
      ) : null}
      {shopName !== '' && summary.shopName !== null && summary.shopName !== shopName ? (
        <p className="todo" role="alert">
          {texts.otherShop(summary.shopName, shopName)}
        </p>
      ) : null}
    </>
  );
}

function Outcome({ result }: { readonly result: JoinBackupResult }) {
  const texts = useTexts(backupTexts);
  const { transactions, photos, photosDamaged, photosUnnamed } = result.joined;
  return (
    <>
      {result.ok ? (
        <p>
          <b>{transactions === 0 && photos === 0 ? texts.joinedNothing : texts.joined(transactions, photos)}</b>
        </p>
      ) : (
        <>
          <p className="todo" role="alert">
            {texts[`join.${result.problem}`]}
          </p>
          {transactions + photos > 0 ? <p>{texts.joinedBefore(transactions, photos)}</p> : null}
        </>
      )}
      {photosDamaged > 0 ? <p>{texts.joinedPhotosDamaged(photosDamaged)}</p> : null}
      {photosUnnamed > 0 ? <p>{texts.joinedPhotosUnnamed(photosUnnamed)}</p> : null}
    </>
  );
}
