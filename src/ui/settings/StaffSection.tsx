// Settings: who works here, who is working now, and the lock of the app.
// Law: who is working now is a setting of this tablet, one tap, no password; the name stands in the history of what is done from then on.
import { type FormEvent, useState } from 'react';
import type { StaffMember } from '../../domain/shop.ts';
import { useActions } from '../base/action-bar.tsx';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { LockSettings } from '../lock/LockSettings.tsx';
import { WhoWorks } from '../lock/WhoWorks.tsx';
import { settingsTexts } from './settings.texts.ts';
import { shopChild } from './use-shop-edit.ts';
import { useTypedText } from './use-typed-text.ts';

export function StaffSection() {
  const texts = useTexts(settingsTexts);
  const { shop, env } = useWorld();
  const { act } = useActions();
  const [name, setName] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    const eid = shopChild('s', env.newId());
    const position = (shop.staff.at(-1)?.position ?? -1) + 1;
    const result = await act(
      { edits: [{ kind: 'staff', eid, set: { name: given, position, active: true } }] },
      { message: texts.added(given), undo: { edits: [{ kind: 'staff', eid, set: { deleted: true } }] } },
    );
    if (result.ok) setName('');
  };
  return (
    <>
      {shop.staff.some((member) => member.active) ? <WhoWorks /> : null}
      <section>
        <h2>{texts.staffTitle}</h2>
        <p className="hint">{texts.staffLead}</p>
        {shop.staff.length === 0 ? <p>{texts.staffNone}</p> : null}
        <ul className="settings-rows staff-rows">
          {shop.staff.map((member) => (
            <StaffRow key={member.eid} member={member} />
          ))}
        </ul>
        <form className="settings-inline" onSubmit={(event) => void add(event)}>
          <label className="field">
            <span className="visually-hidden">{texts.staffNew}</span>
            <input
              value={name}
              placeholder={texts.staffNew}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <button type="submit" disabled={name.trim() === ''}>
            {texts.staffAdd}
          </button>
        </form>
        {shop.staff.some((member) => !member.active) ? <p className="hint">{texts.staffKept}</p> : null}
      </section>
      <LockSettings />
    </>
  );
}

function StaffRow({ member }: { readonly member: StaffMember }) {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const { act } = useActions();
  const typed = useTypedText({
    saved: member.name,
    canSave: (name) => name.trim() !== '',
    onSave: (name) =>
      void act(
        { edits: [{ kind: 'staff', eid: member.eid, set: { name: name.trim() } }] },
        {
          message: texts.saved(name.trim()),
          undo: { edits: [{ kind: 'staff', eid: member.eid, set: { name: member.name } }] },
        },
      ),
  });
  const switchOn = (active: boolean) =>
    void act(
      { edits: [{ kind: 'staff', eid: member.eid, set: { active } }] },
      {
        message: texts.saved(member.name),
        undo: { edits: [{ kind: 'staff', eid: member.eid, set: { active: !active } }] },
      },
    );
  return (
    <li>
      <label className="field staff-name">
        <span className="visually-hidden">{`${texts.staffName} ${shop.staff.indexOf(member) + 1}`}</span>
        <input maxLength={40} autoComplete="off" {...typed.input} />
      </label>
      <button
        type="button"
        aria-pressed={member.active}
        aria-label={texts.staffActive(member.name)}
        onClick={() => switchOn(!member.active)}
      >
        {member.active ? `● ${texts.staffWorks}` : `○ ${texts.staffAway}`}
      </button>
    </li>
  );
}
