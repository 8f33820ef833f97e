// Settings: the menu. An entry can be renamed, priced, ordered, switched off and removed.
// Law: orders hold the words and prices agreed for them; nothing here reaches back into one.

import type { Eid } from '../../domain/order.ts';
import type { MenuGroup } from '../../domain/shop.ts';
import { MENU_GROUPS } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { fieldTexts } from './fields.texts.ts';
import { type SeenFields, seenFields } from './kept-words.ts';
import { MenuLines } from './MenuLines.tsx';
import { OrderMark } from './OrderMark.tsx';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { shopChild, useAddUndo, useSeenWithOwn, useWordsSave } from './use-shop-edit.ts';

/** Sizes first: they carry the prices. */
const GROUPS: readonly MenuGroup[] = ['size', ...MENU_GROUPS.filter((group) => group !== 'size')];

type MenuPart = Extract<AnyEdit, { kind: 'menuEntry' }>['set'];

export function MenuSection() {
  const texts = useTexts(settingsTexts);
  const fields = useTexts(fieldTexts);
  const { shop, env } = useWorld();
  const { act } = useActions();
  const { document, keeper } = useSettingsBook();
  const saveWords = useWordsSave();
  const seenWithOwn = useSeenWithOwn();
  const addWithUndo = useAddUndo();
  const nameOf = (eid: string) => shop.menu.find((entry) => entry.eid === eid)?.name ?? '';
  const entryOf = (eid: string) => shop.menu.find((entry) => entry.eid === eid);

  const back = (eid: string, old: MenuPart, was: MenuPart): AnyEdit => ({
    kind: 'menuEntry',
    eid: eid as Eid, // eids on screen are the shop's own
    set: old,
    was,
  });
  const set = (eid: string, part: MenuPart, old: MenuPart, message: string) =>
    void act(
      { edits: [{ kind: 'menuEntry', eid: eid as Eid, set: part, seen: document.seen }] }, // as above
      { message, undo: { edits: [back(eid, old, part)] } },
    );
  const write = (eid: string, part: MenuPart, old: MenuPart, seen: SeenFields | null, name: string) =>
    saveWords({
      edit: { kind: 'menuEntry', eid: eid as Eid, set: part }, // as above
      field: 'price' in part ? 'price' : 'name',
      words: part.name ?? null,
      seen,
      done: { message: texts.saved(name), undo: { edits: [back(eid, old, part)] } },
    });
  const remove = async (eid: string) => {
    // What is being written into the line belongs to what is removed.
    await keeper.idle();
    const part = { deleted: true };
    // What came unseen keeps the entry, and is asked about.
    const seen = await seenWithOwn(eid as Eid, seenFields(document.seen, eid)); // as above
    void act(
      { edits: [{ kind: 'menuEntry', eid: eid as Eid, set: part, seen }] }, // as above
      { message: texts.removed(nameOf(eid)), undo: { edits: [back(eid, { deleted: false }, part)] } },
    );
  };
  const move = (group: MenuGroup, eid: string, by: number) => {
    const own = shop.menu.filter((entry) => entry.group === group);
    const from = own.findIndex((entry) => entry.eid === eid);
    const next = [...own];
    const [moved] = next.splice(from, 1);
    if (moved === undefined) return;
    next.splice(from + by, 0, moved);
    void act(
      {
        edits: next.map(
          ({ eid }, position): AnyEdit => ({ kind: 'menuEntry', eid, set: { position }, seen: document.seen }),
        ),
      },
      {
        message: texts.saved(`${fields[`group.${group}`]} · ${texts.menuOrder}`),
        undo: {
          edits: own.map((entry) => back(entry.eid, { position: entry.position }, { position: next.indexOf(entry) })),
        },
      },
    );
  };
  const add = (group: MenuGroup) => {
    const eid = shopChild('m', env.newId());
    const name = texts.menuNew(fields[`group.${group}`]);
    const last = shop.menu.filter((entry) => entry.group === group).at(-1);
    void addWithUndo(
      {
        edits: [
          {
            kind: 'menuEntry',
            eid,
            set: { group, name, price: null, position: (last?.position ?? -1) + 1, active: true },
          },
        ],
      },
      texts.added(name),
      (seen) => [{ kind: 'menuEntry', eid, set: { deleted: true }, ...(seen === undefined ? {} : { seen }) }],
    );
  };

  return (
    <>
      <p className="hint">{texts.menuLead}</p>
      {GROUPS.map((group) => {
        const lines = shop.menu.filter((entry) => entry.group === group);
        return (
          <section key={group}>
            <h2>
              {fields[`group.${group}`]} <small>{group === 'size' ? fields.priceColumn : fields.extraColumn}</small>
            </h2>
            {lines.length === 0 ? <p className="hint">{texts.menuEmpty}</p> : null}
            <OrderMark list={group} />
            <MenuLines
              group={group}
              currency={shop.currency}
              lines={lines.map((entry) => ({
                eid: entry.eid,
                name: entry.name,
                minor: entry.price?.minor ?? null,
                isActive: entry.active,
              }))}
              isNameNeeded
              onRename={(eid, name, seen) => write(eid, { name }, { name: nameOf(eid) }, seen, name)}
              onPrice={(eid, minor, seen) =>
                write(
                  eid,
                  { price: minor === null ? null : { minor, currency: shop.currency } },
                  { price: entryOf(eid)?.price ?? null },
                  seen,
                  nameOf(eid),
                )
              }
              onMove={(eid, by) => move(group, eid, by)}
              onRemove={(eid) => void remove(eid)}
              onSwitch={(eid, active) => set(eid, { active }, { active: !active }, texts.saved(nameOf(eid)))}
              switchLabel={texts.menuSwitch}
              onLabel={texts.menuOn}
              offLabel={texts.menuOff}
              onAdd={() => add(group)}
            />
          </section>
        );
      })}
    </>
  );
}
