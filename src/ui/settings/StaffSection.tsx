// Settings: who works here, who is working now, and the lock of the app.
// Law: who is working now is a setting of this tablet, one tap, no password; the name stands in the history of what is done from then on.
import type { FormEvent } from 'react';
import type { StaffMember } from '../../domain/shop.ts';
import { useActions } from '../base/action-bar.tsx';
import { useShop, useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { LockSettings } from '../lock/LockSettings.tsx';
import { WhoWorks } from '../lock/WhoWorks.tsx';
import { ConflictMark } from './ConflictMark.tsx';
import { OrderMark } from './OrderMark.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { TypedNote } from './TypedNote.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { shopChild, useAddUndo, useWordsSave } from './use-shop-edit.ts';
import { useTypedText } from './use-typed-text.ts';

const NOBODY = { name: '' };

export function StaffSection() {
  const texts = useTexts(settingsTexts);
  const { shop, env } = useWorld();
  const addWithUndo = useAddUndo();
  const { form, change, add: addKept, draft } = useKeptForm('staff', NOBODY);
  const { name } = form;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    const eid = shopChild('s', env.newId());
    const position = (shop.staff.at(-1)?.position ?? -1) + 1;
    await addKept(() =>
      addWithUndo(
        { edits: [{ kind: 'staff', eid, set: { name: given, position, active: true } }], discardDraft: draft },
        texts.added(given),
        (seen) => [{ kind: 'staff', eid, set: { deleted: true }, ...(seen === undefined ? {} : { seen }) }],
      ),
    );
  };
  return (
    <>
      {shop.staff.some((member) => member.active) ? <WhoWorks /> : null}
      <section>
        <h2>{texts.staffTitle}</h2>
        <p className="hint">{texts.staffLead}</p>
        {shop.staff.length === 0 ? <p>{texts.staffNone}</p> : null}
        <OrderMark list="staff" />
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
              onChange={(event) => change({ name: event.target.value })}
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
  const { document } = useSettingsBook();
  const save = useWordsSave();
  const typed = useTypedText({
    saved: member.name,
    place: { eid: member.eid, field: 'name' },
    canSave: (name) => name.trim() !== '',
    onSave: (name, seen) =>
      save({
        edit: { kind: 'staff', eid: member.eid, set: { name } },
        field: 'name',
        words: name,
        seen,
        done: {
          message: texts.saved(name),
          undo: { edits: [{ kind: 'staff', eid: member.eid, set: { name: member.name }, was: { name } }] },
        },
      }),
  });
  const switchOn = (active: boolean) =>
    void act(
      { edits: [{ kind: 'staff', eid: member.eid, set: { active }, seen: document.seen }] },
      {
        message: texts.saved(member.name),
        undo: { edits: [{ kind: 'staff', eid: member.eid, set: { active: !active }, was: { active } }] },
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
      <TypedNote typed={typed} />
      <ConflictMark eid={member.eid} />
    </li>
  );
}
