// Settings of the lock: a PIN set, changed, removed; when it closes by itself; the plain truth about what it does not do.
// Law: changing or removing asks for the PIN that stands; what is typed here is kept nowhere.
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useActions } from '../base/action-bar.tsx';
import { Dialog } from '../base/Dialog.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { Choice } from '../settings/Choice.tsx';
import { tabletTexts } from '../settings/tablet.texts.ts';
import { type AppLock, PIN_SHAPE, type PinAnswer } from './app-lock.ts';
import { useSecondsLeft } from './LockScreen.tsx';
import { lockTexts } from './lock.texts.ts';

const IDLE_MINUTES = [0, 1, 5, 15, 30] as const;

export function LockSettings() {
  const texts = useTexts(tabletTexts);
  const { lock } = useWorld().services;
  const { announce, fail } = useActions();
  const state = useSyncExternalStore(lock.subscribe, lock.state);
  const [dialog, setDialog] = useState<'set' | 'remove' | null>(null);
  return (
    <section className="card lock-settings">
      <h2>{texts.lockTitle}</h2>
      <p>{texts.lockLead}</p>
      <p className="hint">{texts.lockTruth}</p>
      {state.hasPin ? (
        <>
          <p>
            <b>{texts.lockOn}</b>
          </p>
          <Choice
            legend={texts.lockIdle}
            value={state.idleMinutes}
            options={IDLE_MINUTES.map((value) => ({
              value,
              label: value === 0 ? texts.lockNever : texts.lockMinutes(value),
            }))}
            onChange={(minutes) =>
              void lock
                .setIdleMinutes(minutes)
                .then((isSaved) => (isSaved ? announce({ message: texts.lockIdleSaved }) : fail(texts.lockFailed)))
            }
          />
          <div className="settings-buttons">
            <button type="button" className="primary" onClick={lock.lock}>
              {texts.lockNow}
            </button>
            <button type="button" onClick={() => setDialog('set')}>
              {texts.lockChange}
            </button>
            <button type="button" onClick={() => setDialog('remove')}>
              {texts.lockRemove}
            </button>
          </div>
        </>
      ) : (
        <button type="button" onClick={() => setDialog('set')}>
          {texts.lockSet}
        </button>
      )}
      {dialog === null ? null : (
        <PinDialog
          lock={lock}
          kind={dialog}
          hasPin={state.hasPin}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            announce({ message: dialog === 'set' ? texts.lockSaved : texts.lockRemoved });
          }}
        />
      )}
    </section>
  );
}

function PinDialog({
  lock,
  kind,
  hasPin,
  onClose,
  onDone,
}: {
  readonly lock: AppLock;
  readonly kind: 'set' | 'remove';
  readonly hasPin: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const texts = useTexts(tabletTexts);
  const locked = useTexts(lockTexts);
  const { env } = useWorld();
  const [current, setCurrent] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [answer, setAnswer] = useState<PinAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const wait = useSecondsLeft(answer !== null && 'until' in answer ? answer.until : null, env.now);
  const title = kind === 'remove' ? texts.lockRemove : hasPin ? texts.lockChange : texts.lockSet;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAnswer(null);
    if (kind === 'set' && !PIN_SHAPE.test(pin)) return setProblem(texts.lockBadPin);
    if (kind === 'set' && pin !== again) return setProblem(texts.lockDiffers);
    setProblem(null);
    setIsBusy(true);
    const given = kind === 'set' ? await lock.setPin(pin, hasPin ? current : null) : await lock.removePin(current);
    setIsBusy(false);
    setAnswer(given);
    if (given.kind === 'right') return onDone();
    const { kind: outcome } = given;
    setProblem(
      outcome === 'unsupported' ? locked.unsupported : outcome === 'failed' ? texts.lockFailed : texts.lockWrong,
    );
  };
  const said = wait > 0 ? texts.lockWait(wait) : problem;
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="settings-form" onSubmit={(event) => void submit(event)}>
        {hasPin ? <PinField label={texts.lockCurrent} value={current} onChange={setCurrent} /> : null}
        {kind === 'set' ? (
          <>
            <PinField label={texts.lockPin} value={pin} onChange={setPin} />
            <PinField label={texts.lockAgain} value={again} onChange={setAgain} />
            <p className="todo">{texts.lockForget}</p>
          </>
        ) : null}
        {said === null ? null : (
          <p className="field-problem" role="alert">
            {said}
          </p>
        )}
        <button type="submit" className="primary" disabled={isBusy || wait > 0}>
          {isBusy ? locked.checking : title}
        </button>
      </form>
    </Dialog>
  );
}

function PinField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}
