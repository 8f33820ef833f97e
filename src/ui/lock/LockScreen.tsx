// The closed app: a pad for the PIN and what to do when it is forgotten.
// Law: nothing of the shop is in this tree; it knows the lock and nothing else.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../base/texts.ts';
import type { AppLock, PinAnswer } from './app-lock.ts';
import { lockTexts } from './lock.texts.ts';
import './lock.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export function LockScreen({ lock, now }: { readonly lock: AppLock; readonly now: () => number }) {
  const texts = useTexts(lockTexts);
  const [pin, setPin] = useState('');
  const [isChecking, setIsChecking] = useState(false);
  const [answer, setAnswer] = useState<PinAnswer | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const waitSeconds = useSecondsLeft(answer !== null && 'until' in answer ? answer.until : null, now);
  useEffect(() => input.current?.focus(), []);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (pin.length < 4 || isChecking || waitSeconds > 0) return;
    setIsChecking(true);
    const answer = await lock.unlock(pin);
    setIsChecking(false);
    setPin('');
    setAnswer(answer);
    input.current?.focus();
  };
  const type = (digit: string) => setPin((last) => (last + digit).slice(0, 8));
  const sentence =
    waitSeconds > 0
      ? texts.wait(waitSeconds)
      : answer?.kind === 'wrong'
        ? texts.wrong
        : answer?.kind === 'unsupported'
          ? texts.unsupported
          : null;
  return (
    <main className="lock">
      <form className="lock-box" onSubmit={(event) => void open(event)}>
        <svg className="lock-drawing" viewBox="0 0 48 48" aria-hidden="true" fill="none" strokeWidth="3">
          <path d="M15 21v-6a9 9 0 0 1 18 0v6" />
          <rect x="9" y="21" width="30" height="21" rx="5" />
          <path d="M24 29v6" strokeLinecap="round" />
        </svg>
        <h1>{texts.title}</h1>
        <label className="lock-field">
          <span>{texts.lead}</span>
          <input
            ref={input}
            type="password"
            inputMode="none"
            autoComplete="off"
            aria-label={texts.pin}
            maxLength={8}
            value={pin}
            onChange={(event) => setPin(event.target.value.replace(/\D/g, '').slice(0, 8))}
          />
        </label>
        <p className="field-problem lock-said" role="alert">
          {sentence}
        </p>
        <div className="lock-pad">
          {DIGITS.map((digit) => (
            <button key={digit} type="button" onClick={() => type(digit)}>
              {texts.digit(digit)}
            </button>
          ))}
          <button type="button" className="lock-clear" onClick={() => setPin((last) => last.slice(0, -1))}>
            {texts.clear}
          </button>
          <button
            type="submit"
            className="primary lock-open"
            disabled={pin.length < 4 || isChecking || waitSeconds > 0}
          >
            {isChecking ? texts.checking : texts.unlock}
          </button>
        </div>
        <details>
          <summary>{texts.forgot}</summary>
          <p>{texts.forgot1}</p>
          <p>{texts.forgot2}</p>
          <p>{texts.forgot3}</p>
        </details>
      </form>
    </main>
  );
}

/** Whole seconds until `until`, counting down. */
export function useSecondsLeft(until: number | null, now: () => number): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === null) {
      setLeft(0);
      return;
    }
    const tick = () => setLeft(Math.max(0, Math.ceil((until - now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until, now]);
  return left;
}
