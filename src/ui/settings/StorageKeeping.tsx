// Whether the browser keeps the orders for good: asked, and the answer said with what follows from it.
// Law: "allowed" is said only after the browser said so.
import { useEffect, useState } from 'react';
import type { AppServices } from '../base/services.ts';
import { useTexts } from '../base/texts.ts';
import { keepingTexts } from './keeping.texts.ts';
import './keeping.css';

type Answer = Awaited<ReturnType<AppServices['persistence']>>;

export function StorageKeeping({
  services,
  asksAtOnce = false,
}: {
  readonly services: AppServices;
  readonly asksAtOnce?: boolean;
}) {
  const texts = useTexts(keepingTexts);
  const [answer, setAnswer] = useState<Answer | 'asking' | null>(null);
  const ask = async () => {
    setAnswer('asking');
    setAnswer(await services.askPersistence());
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when shown
  useEffect(() => {
    let alive = true;
    void services.persistence().then(async (known) => {
      if (!alive) return;
      if (known === 'granted' || !asksAtOnce) return setAnswer(known);
      await ask();
    });
    return () => {
      alive = false;
    };
  }, []);
  const isKept = answer === 'granted';
  return (
    <section className="card keeping" aria-live="polite">
      <h2>{texts.storageTitle}</h2>
      {answer === null || answer === 'asking' ? (
        <p>{texts.asking}</p>
      ) : (
        <>
          <p className={isKept ? 'keeping-yes' : 'keeping-no'}>
            <i aria-hidden="true">{isKept ? '✓' : '!'}</i>
            <b>{isKept ? texts.granted : answer === 'refused' ? texts.refused : texts.unknown}</b>
          </p>
          <p>{isKept ? texts.grantedThen : answer === 'refused' ? texts.refusedThen : texts.unknownThen}</p>
          {answer === 'refused' ? (
            <button type="button" onClick={() => void ask()}>
              {texts.askAgain}
            </button>
          ) : null}
        </>
      )}
    </section>
  );
}
