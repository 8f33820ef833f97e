// Who is working on this tablet now: one tap, no password. What is done from then on carries the name.
// Law: a setting of this tablet, never an op; the eid is kept, so that a renamed person stays the same one.
import { useEffect, useState } from 'react';
import { useActions } from '../base/action-bar.tsx';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { Choice } from '../settings/Choice.tsx';
import { settingsTexts } from '../settings/settings.texts.ts';

const ACTOR_KEY = 'actor';

/** The eid of whoever works on this tablet now; '' is nobody in particular. Follows other tabs. */
export function useActor(): readonly [actor: string, choose: (actor: string) => Promise<void>] {
  const { store } = useWorld();
  const [actor, setActor] = useState('');
  useEffect(() => {
    let alive = true;
    const read = () =>
      void store.device.get(ACTOR_KEY).then((row) => {
        if (alive) setActor(typeof row?.value === 'string' ? row.value : '');
      });
    read();
    const stop = store.subscribe((notice) => {
      if (notice.device.includes(ACTOR_KEY)) read();
    });
    return () => {
      alive = false;
      stop();
    };
  }, [store]);
  const choose = async (next: string) => {
    store.setActor(next);
    setActor(next);
    await store.device.put(ACTOR_KEY, next);
  };
  return [actor, choose];
}

export function WhoWorks({ onChosen }: { readonly onChosen?: () => void }) {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const { announce } = useActions();
  const [actor, choose] = useActor();
  const options = [
    ...shop.staff
      .filter((member) => member.active)
      .map((member) => ({ value: String(member.eid), label: member.name })),
    { value: '', label: texts.staffNobody },
  ];
  return (
    <Choice
      legend={texts.staffNow}
      value={actor}
      options={options}
      onChange={(next) => {
        void choose(next).then(() => {
          const name = shop.staff.find((member) => member.eid === next)?.name;
          announce({ message: name === undefined ? texts.staffNowNobody : texts.staffNowSaved(name) });
          onChosen?.();
        });
      }}
    />
  );
}
