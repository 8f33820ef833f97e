// Settings: the menu. An entry can be renamed, priced, ordered, switched off and removed.
// Law: orders hold the words and prices agreed for them; nothing here reaches back into one.

import type { Eid } from '../../domain/order.ts';
import type { MenuEntry, MenuGroup } from '../../domain/shop.ts';
import { MENU_GROUPS } from '../../domain/shop.ts';
import type { AnyEdit } from '../../store/change.ts';
import { useActions } from '../base/action-bar.tsx';
import { useWorld } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { fieldTexts } from './fields.texts.ts';
import { MenuLines } from './MenuLines.tsx';
import { settingsTexts } from './settings.texts.ts';
import { shopChild } from './use-shop-edit.ts';

/** Sizes first: they carry the prices. */
const GROUPS: readonly MenuGroup[] = ['size', ...MENU_GROUPS.filter((group) => group !== 'size')];

const place = (entry: MenuEntry, position: number): AnyEdit => ({
  kind: 'menuEntry',
  eid: entry.eid,
  set: { position },
});

export function MenuSection() {
  const texts = useTexts(settingsTexts);
  const fields = useTexts(fieldTexts);
  const { shop, env } = useWorld();
  const { act } = useActions();
  const nameOf = (eid: string) => shop.menu.find((entry) => entry.eid === eid)?.name ?? '';
  const entryOf = (eid: string) => shop.menu.find((entry) => entry.eid === eid);

  const set = (eid: string, part: Extract<AnyEdit, { kind: 'menuEntry' }>['set'], old: typeof part, message: string) =>
    void act(
      { edits: [{ kind: 'menuEntry', eid: eid as Eid, set: part }] }, // eids on screen are the shop's own
      { message, undo: { edits: [{ kind: 'menuEntry', eid: eid as Eid, set: old }] } }, // as above
    );
  const move = (group: MenuGroup, eid: string, by: number) => {
    const own = shop.menu.filter((entry) => entry.group === group);
    const from = own.findIndex((entry) => entry.eid === eid);
    const next = [...own];
    const [moved] = next.splice(from, 1);
    if (moved === undefined) return;
    next.splice(from + by, 0, moved);
    void act(
      { edits: next.map(place) },
      {
        message: texts.saved(`${fields[`group.${group}`]} · ${texts.menuOrder}`),
        undo: { edits: own.map((entry) => place(entry, entry.position)) },
      },
    );
  };
  const add = (group: MenuGroup) => {
    const eid = shopChild('m', env.newId());
    const name = texts.menuNew(fields[`group.${group}`]);
    const last = shop.menu.filter((entry) => entry.group === group).at(-1);
    void act(
      {
        edits: [
          {
            kind: 'menuEntry',
            eid,
            set: { group, name, price: null, position: (last?.position ?? -1) + 1, active: true },
          },
        ],
      },
      { message: texts.added(name), undo: { edits: [{ kind: 'menuEntry', eid, set: { deleted: true } }] } },
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
            <MenuLines
              group={group}
              currency={shop.currency}
              lines={lines.map((entry) => ({
                eid: entry.eid,
                name: entry.name,
                minor: entry.price?.minor ?? null,
                isActive: entry.active,
              }))}
              onRename={(eid, name) => {
                if (name.trim() !== '')
                  set(eid, { name: name.trim() }, { name: nameOf(eid) }, texts.saved(name.trim()));
              }}
              onPrice={(eid, minor) =>
                set(
                  eid,
                  { price: minor === null ? null : { minor, currency: shop.currency } },
                  { price: entryOf(eid)?.price ?? null },
                  texts.saved(nameOf(eid)),
                )
              }
              onMove={(eid, by) => move(group, eid, by)}
              onRemove={(eid) => set(eid, { deleted: true }, { deleted: false }, texts.removed(nameOf(eid)))}
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
