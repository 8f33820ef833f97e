// Settings: the age of the last backup, making one, bringing one back.
// Law: a backup counts only when its file has left the app; what is only here is said in figures.
import { Suspense, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import type { LastBackup } from '../../store/backup-due.ts';
import { LAST_BACKUP_KEY, readLastBackup } from '../../store/backup-due.ts';
import { backupAgeTexts } from '../backup-age.texts.ts';
import { backupAge } from '../backup-age.ts';
import { instantText } from '../base/format.ts';
import { later } from '../base/later.ts';
import { useNow, useShop, useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { backupTexts } from './backup.texts.ts';
import { byteSize } from './byte-size.ts';
import { MakeBackup } from './MakeBackup.tsx';
import './backup.css';

const RestoreBackup = later(async () => (await import('./RestoreBackup.tsx')).RestoreBackup);

/** The record of the last backup, kept up to date; `undefined` while it is being read. */
export function useLastBackup(): LastBackup | null | undefined {
  const { store } = useWorld();
  const [last, setLast] = useState<LastBackup | null | undefined>(undefined);
  useEffect(() => {
    let alive = true;
    const read = () =>
      void readLastBackup(store).then((answer) => {
        if (alive) setLast(answer);
      });
    read();
    const stop = store.subscribe((notice) => {
      if (notice.device.includes(LAST_BACKUP_KEY)) read();
    });
    return () => {
      alive = false;
      stop();
    };
  }, [store]);
  return last;
}

export function BackupSection() {
  const texts = useTexts(backupTexts);
  const ages = useTexts(backupAgeTexts);
  const { store, photos, services, isDemo, env } = useWorld();
  const shop = useShop();
  const language = useLanguage();
  const last = useLastBackup();
  const outbox = useAnswer(store.queries.outbox());
  const [isRestoring, setIsRestoring] = useState(false);
  // From the reminder: one tap is the backup. Not when the last one was encrypted: an open one must be a choice.
  const startsAtOnce = useSearch() === 'start' && last?.isEncrypted !== true;
  useNow(); // the age grows while the screen stands
  const since = outbox === undefined ? null : Math.max(0, outbox.transactions - (last?.transactions ?? 0));
  return (
    <>
      <section className="card" aria-live="polite">
        <h2>{texts.lastTitle}</h2>
        {last === undefined ? null : last === null ? (
          <p>
            <b>{texts.lastNone}</b> {since === null ? '' : texts.onlyHere(since)}
          </p>
        ) : (
          <>
            <p>
              <b>{texts.lastAt(instantText(last.at, shop.zone, language), backupAge(last.at, env.now(), ages))}</b>
            </p>
            <p>{texts.lastKind(byteSize(last.bytes), last.withPhotos, last.isEncrypted)}</p>
            {since === null ? null : <p>{texts.sinceThen(since)}</p>}
          </>
        )}
        {isDemo ? <p className="hint">{texts.demoNoBackup}</p> : null}
      </section>
      {last === undefined ? null : <MakeBackup startsAtOnce={startsAtOnce} />}
      <section className="card">
        <h2>{texts.restoreTitle}</h2>
        <p>{texts.restoreLead}</p>
        <button type="button" onClick={() => setIsRestoring(true)}>
          {texts.pickFile}
        </button>
      </section>
      {isRestoring ? (
        <Suspense fallback={null}>
          <RestoreBackup
            store={store}
            photos={photos}
            services={services}
            zone={shop.zone}
            onClose={() => setIsRestoring(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
