// Settings: what is on this tablet, and the command that makes all lists again from the records.
// Law: rebuilding writes nothing but what is derived; the records are never touched here.
import { useEffect, useState } from 'react';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { useAnswer } from '../base/use-query.ts';
import { tabletTexts } from './tablet.texts.ts';

type Rebuild = { readonly phase: 'idle' | 'running' | 'failed' } | { readonly phase: 'done'; readonly roots: number };

export function DataSection() {
  const texts = useTexts(tabletTexts);
  const { store, photos } = useWorld();
  const open = useAnswer(store.queries.flagCount('open'));
  const deleted = useAnswer(store.queries.flagCount('deleted'));
  const changes = useAnswer(store.queries.outbox())?.transactions;
  const [photoCount, setPhotoCount] = useState<number | undefined>(undefined);
  const [rebuild, setRebuild] = useState<Rebuild>({ phase: 'idle' });
  useEffect(() => {
    let alive = true;
    photos.usage().then(
      (usage) => {
        if (alive) setPhotoCount(usage.photos);
      },
      () => undefined, // the count stays "counting"; nothing depends on it
    );
    return () => {
      alive = false;
    };
  }, [photos]);
  const run = async () => {
    setRebuild({ phase: 'running' });
    try {
      setRebuild({ phase: 'done', roots: await store.rebuild() });
    } catch (error) {
      console.error('rebuild failed', error);
      setRebuild({ phase: 'failed' });
    }
  };
  const shown = (count: number | undefined) => (count === undefined ? texts.countNothing : count.toLocaleString());
  return (
    <>
      <section className="card">
        <h2>{texts.countsTitle}</h2>
        <dl className="settings-counts">
          <dt>{texts.countOpen}</dt>
          <dd>{shown(open)}</dd>
          <dt>{texts.countDeleted}</dt>
          <dd>{shown(deleted)}</dd>
          <dt>{texts.countChanges}</dt>
          <dd>{shown(changes)}</dd>
          <dt>{texts.countPhotos}</dt>
          <dd>{shown(photoCount)}</dd>
        </dl>
      </section>
      <section className="card">
        <h2>{texts.rebuild}</h2>
        <p>{texts.dataLead}</p>
        <button type="button" disabled={rebuild.phase === 'running'} onClick={() => void run()}>
          {rebuild.phase === 'running' ? texts.rebuilding : texts.rebuild}
        </button>
        <p role="status">
          {rebuild.phase === 'done' ? texts.rebuilt(rebuild.roots) : null}
          {rebuild.phase === 'failed' ? texts.rebuildFailed : null}
        </p>
      </section>
    </>
  );
}
