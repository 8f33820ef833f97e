// Making a backup: what goes in, a passphrase if wished, then a file in a place of the person's choosing.
// Law: "saved" is said only after the file was closed; a file that still lies in the app's own space is said to be unfinished.
import { useEffect, useRef, useState } from 'react';
import type { BackupProgress } from '../../store/backup-report.ts';
import type { SaveBackupResult, WaitingBackup } from '../../store/backup-sink.ts';
import type { PhotoUsage } from '../../store/photo-store.ts';
import { useNow, useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { backupTexts } from './backup.texts.ts';
import { byteSize } from './byte-size.ts';
import { passphraseStrength, SHORTEST_PASSPHRASE } from './passphrase.ts';
import { Progress } from './RestoreBackup.tsx';

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly progress: BackupProgress | null }
  | { readonly phase: 'over'; readonly result: SaveBackupResult };

/** `픽업노트-달콤공방-2022-10-15.pickupnote`; what file systems refuse is left out. */
function backupFileName(appName: string, shopName: string, date: string): string {
  const shop = shopName.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').trim();
  return `${[appName, shop, date]
    .filter((part) => part !== '')
    .join('-')
    .replaceAll(' ', '_')}.pickupnote`;
}

export function MakeBackup({ startsAtOnce }: { readonly startsAtOnce: boolean }) {
  const texts = useTexts(backupTexts);
  const { store, photos, services, env } = useWorld();
  const shop = useShop();
  const today = useNow().date;
  const [withPhotos, setWithPhotos] = useState(true);
  const [isLocked, setIsLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [usage, setUsage] = useState<PhotoUsage | null>(null);
  const [state, setState] = useState<State>({ phase: 'idle' });
  const stop = useRef<AbortController | null>(null);
  const code = useRef<Promise<typeof import('../../store/backup-sink.ts')> | null>(null);
  // Loaded before the tap: the save picker must open within it.
  code.current ??= import('../../store/backup-sink.ts');
  const isRunning = state.phase === 'running';
  useEffect(() => {
    if (!isRunning) return;
    const letGo = [services.dirtyForms.hold(), services.lock.holdOpen(), services.keepAwake()];
    return () => {
      for (const release of letGo) release();
    };
  }, [services, isRunning]);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    let alive = true;
    photos.usage().then(
      (answer) => {
        if (alive) setUsage(answer);
      },
      () => undefined, // the hint about photos stays away
    );
    return () => {
      alive = false;
    };
  }, [photos]);

  const isTooShort = [...passphrase].length < SHORTEST_PASSPHRASE;
  const differs = !isShown && passphrase !== again;
  const isBadPassphrase = isLocked && (isTooShort || differs);
  const strength = passphraseStrength(passphrase);
  const make = async () => {
    if (isBadPassphrase) return setIsTried(true);
    const controller = new AbortController();
    stop.current = controller;
    setState({ phase: 'running', progress: null });
    const { saveBackup } = await (code.current ?? import('../../store/backup-sink.ts'));
    const letter = (await store.device.get('letter'))?.value;
    const result = await saveBackup({
      store,
      photos,
      shopName: shop.name,
      deviceName: typeof letter === 'string' ? letter : 'A',
      now: env.now(),
      fileName: backupFileName('pickup-note', shop.name, today),
      withPhotos,
      passphrase: isLocked ? passphrase : null,
      signal: controller.signal,
      onProgress: (progress) => setState({ phase: 'running', progress }),
    });
    setState({ phase: 'over', result });
    if (result.ok) {
      setPassphrase('');
      setAgain('');
      setIsTried(false);
    }
  };
  const hasStarted = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: started once, by the tap that led here
  useEffect(() => {
    if (!startsAtOnce || hasStarted.current) return;
    hasStarted.current = true;
    history.replaceState(history.state, '', location.pathname);
    void make();
  }, [startsAtOnce]);
  const percent = isRunning && state.progress !== null ? Math.floor(state.progress.done * 100) : null;

  return (
    <section className="card backup-make">
      <h2>{texts.makeTitle}</h2>
      <p>{texts.makeLead}</p>
      <label className="settings-check">
        <input type="checkbox" checked={withPhotos} onChange={(event) => setWithPhotos(event.target.checked)} />
        <span>
          {texts.withPhotos}
          <small>
            {withPhotos
              ? usage === null
                ? ''
                : texts.withPhotosHint(usage.photos, byteSize(usage.bytes))
              : texts.withoutPhotosHint}
          </small>
        </span>
      </label>
      <label className="settings-check">
        <input type="checkbox" checked={isLocked} onChange={(event) => setIsLocked(event.target.checked)} />
        <span>
          {texts.encrypt}
          <small>{texts.encryptHint}</small>
        </span>
      </label>
      {isLocked ? (
        <div className="settings-form backup-passphrase">
          <label className="field">
            <span>{texts.newPassphrase}</span>
            <input
              type={isShown ? 'text' : 'password'}
              autoComplete="new-password"
              value={passphrase}
              aria-invalid={isTried && isTooShort}
              onChange={(event) => setPassphrase(event.target.value)}
            />
          </label>
          {passphrase === '' ? null : (
            <p className={`backup-strength backup-${strength}`} role="status">
              <i aria-hidden="true" /> {texts[`strength.${strength}`]}
            </p>
          )}
          {isTried && isTooShort ? (
            <p className="field-problem" role="alert">
              {texts.passphraseShort}
            </p>
          ) : null}
          {isShown ? null : (
            <label className="field">
              <span>{texts.againPassphrase}</span>
              <input
                type="password"
                autoComplete="new-password"
                value={again}
                aria-invalid={isTried && differs}
                onChange={(event) => setAgain(event.target.value)}
              />
            </label>
          )}
          {(isTried || again.length >= passphrase.length) && again !== '' && differs ? (
            <p className="field-problem" role="alert">
              {texts.passphraseDiffers}
            </p>
          ) : null}
          <label className="settings-check">
            <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
            <span>{texts.showPassphrase}</span>
          </label>
          <p className="todo">{texts.noRecovery}</p>
        </div>
      ) : null}
      {isRunning ? (
        <>
          <Progress
            label={percent === null ? texts.making : texts.makingAt(percent)}
            done={state.progress?.done ?? null}
          />
          <button type="button" onClick={() => stop.current?.abort()}>
            {texts.stop}
          </button>
        </>
      ) : (
        <button type="button" className="primary" onClick={() => void make()}>
          {texts.make}
        </button>
      )}
      <div className="backup-outcome" aria-live="polite">
        {state.phase === 'over' ? <Outcome result={state.result} onGone={() => setState({ phase: 'idle' })} /> : null}
      </div>
    </section>
  );
}

function Outcome({ result, onGone }: { readonly result: SaveBackupResult; readonly onGone: () => void }) {
  const texts = useTexts(backupTexts);
  if (!result.ok) {
    return (
      <p className={result.problem === 'cancelled' || result.problem === 'stopped' ? '' : 'todo'}>
        {texts[`make.${result.problem}`]}
      </p>
    );
  }
  const { totals } = result;
  return (
    <>
      <p>
        <b>
          {result.place === 'picked'
            ? texts.madePicked(byteSize(result.bytes))
            : texts.madeWaiting(byteSize(result.bytes))}
        </b>{' '}
        {texts.madeTotals(totals.orders, totals.photos)}
      </p>
      {totals.photosLacking > 0 ? <p className="todo">{texts.madeLacking(totals.photosLacking)}</p> : null}
      {result.place === 'waiting' ? <TakeOut waiting={result.waiting} onGone={onGone} /> : null}
    </>
  );
}

/** The last step where the browser cannot write to a place of the person's choosing. */
function TakeOut({ waiting, onGone }: { readonly waiting: WaitingBackup; readonly onGone: () => void }) {
  const texts = useTexts(backupTexts);
  const [said, setSaid] = useState<string | null>(null);
  const share = async () => {
    const answer = await waiting.share();
    setSaid(answer.ok ? texts.shared : answer.problem === 'failed' ? texts.shareFailed : null);
  };
  const download = async () => {
    await waiting.download();
    setSaid(texts.downloaded);
  };
  const discard = async () => {
    await waiting.discard();
    onGone();
  };
  return (
    <>
      <div className="settings-buttons">
        {waiting.canShare ? (
          <button type="button" className="primary" onClick={() => void share()}>
            {texts.share}
          </button>
        ) : null}
        <button type="button" className={waiting.canShare ? '' : 'primary'} onClick={() => void download()}>
          {texts.download}
        </button>
        <button type="button" className="quiet" onClick={() => void discard()}>
          {texts.discard}
        </button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}
