// Settings of this tablet alone: language, storage, installation, version, the letter of its order numbers.
// Law: none of it is an op; it stays on this tablet and is in no backup.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PhotoUsage } from '../../store/photo-store.ts';
import { useActions } from '../base/action-bar.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { byteSize } from './byte-size.ts';
import { Choice } from './Choice.tsx';
import { InstallHelp } from './InstallHelp.tsx';
import { LANGUAGE_NAMES } from './language-names.ts';
import { StorageKeeping } from './StorageKeeping.tsx';
import { tabletTexts } from './tablet.texts.ts';

export function TabletSection() {
  const texts = useTexts(tabletTexts);
  const { store, services } = useWorld();
  const language = useLanguage();
  return (
    <>
      <Choice
        legend={texts.languageTitle}
        hint={texts.languageHint}
        value={language}
        options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))}
        onChange={(next) => void store.device.put('language', next)}
      />
      <StorageKeeping services={services} />
      <Usage />
      <InstallHelp services={services} />
      <Version />
      <NumberLetter />
    </>
  );
}

function Usage() {
  const texts = useTexts(tabletTexts);
  const { photos, services } = useWorld();
  const [used, setUsed] = useState<{ readonly usage: number; readonly quota: number } | null>(null);
  const [photoUsage, setPhotoUsage] = useState<PhotoUsage | null>(null);
  useEffect(() => {
    let alive = true;
    void services.usage().then((answer) => {
      if (alive) setUsed(answer);
    });
    photos.usage().then(
      (answer) => {
        if (alive) setPhotoUsage(answer);
      },
      () => undefined, // the line about photos stays away; the sum above is the browser's own
    );
    return () => {
      alive = false;
    };
  }, [photos, services]);
  return (
    <section className="card">
      <h2>{texts.usageTitle}</h2>
      <p>{used === null ? texts.usageUnknown : texts.usageUsed(byteSize(used.usage), byteSize(used.quota))}</p>
      {used === null ? null : <meter min={0} max={used.quota} high={used.quota * 0.9} value={used.usage} />}
      {photoUsage === null ? null : <p>{texts.usagePhotos(photoUsage.photos, byteSize(photoUsage.bytes))}</p>}
    </section>
  );
}

function Version() {
  const texts = useTexts(tabletTexts);
  const { update } = useWorld().services;
  const state = useSyncExternalStore(update.subscribe, update.state);
  const [said, setSaid] = useState<string | null>(null);
  const check = async () => {
    setSaid(null);
    const answer = await update.check();
    setSaid(answer === 'offline' ? texts.checkOffline : answer === 'current' ? texts.checkCurrent : null);
  };
  const apply = async () => {
    setSaid((await update.apply()) === 'form-open' ? texts.applyFormOpen : null);
  };
  const canApply = state.kind === 'ready' || state.kind === 'outdated';
  return (
    <section className="card">
      <h2>{texts.versionTitle}</h2>
      <p>{texts.version(update.version)}</p>
      <p>{texts[`update.${state.kind}`]}</p>
      {state.kind === 'current' ? <p>{state.keptForOffline ? texts['update.kept'] : texts['update.notKept']}</p> : null}
      {canApply ? (
        <button type="button" className="primary" onClick={() => void apply()}>
          {texts.apply}
        </button>
      ) : state.kind === 'current' ? (
        <button type="button" onClick={() => void check()}>
          {texts.check}
        </button>
      ) : null}
      <p role="status">{said}</p>
    </section>
  );
}

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

function NumberLetter() {
  const texts = useTexts(tabletTexts);
  const { store } = useWorld();
  const { announce } = useActions();
  const [letter, setLetter] = useState<string>(LETTERS[0]);
  useEffect(() => {
    let alive = true;
    void store.device.get('letter').then((row) => {
      if (alive && typeof row?.value === 'string') setLetter(row.value);
    });
    return () => {
      alive = false;
    };
  }, [store]);
  const choose = async (next: string) => {
    setLetter(next);
    await store.device.put('letter', next);
    store.setLetter(next);
    announce({ message: texts.letterSaved(next) });
  };
  return (
    <section className="card">
      <h2>{texts.letterTitle}</h2>
      <p>{texts.letterLead(`${letter}-142`)}</p>
      <Choice
        legend={texts.letter}
        value={letter}
        options={LETTERS.map((letter) => ({ value: letter, label: letter }))}
        onChange={(letter) => void choose(letter)}
      />
    </section>
  );
}
