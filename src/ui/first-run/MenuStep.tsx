// First run, second step: the sizes with their prices, the rest of the menu folded away. All of it may be left as it is.

import type { Eid } from '../../domain/order.ts';
import { MENU_GROUPS, type MenuGroup } from '../../domain/shop.ts';
import { useLanguage, useTexts } from '../base/texts.ts';
import { currencyOf } from '../settings/country.ts';
import { fieldTexts } from '../settings/fields.texts.ts';
import { MenuLines } from '../settings/MenuLines.tsx';
import { firstRunTexts } from './first-run.texts.ts';
import { type MenuLine, menuOfForm, type StepProps } from './first-run-form.ts';

export function MenuStep({ form, change, newId }: StepProps & { readonly newId: () => string }) {
  const texts = useTexts(firstRunTexts);
  const fields = useTexts(fieldTexts);
  const language = useLanguage();
  const menu = menuOfForm(form, language);
  const put = (menu: readonly MenuLine[]) => change({ menu });
  const edit = (eid: string, part: Partial<MenuLine>) =>
    put(menu.map((line) => (line.eid === eid ? { ...line, ...part } : line)));
  const move = (group: MenuGroup, eid: string, by: number) => {
    const own = menu.filter((line) => line.group === group);
    const from = own.findIndex((line) => line.eid === eid);
    const [moved] = own.splice(from, 1);
    if (moved === undefined) return;
    own.splice(from + by, 0, moved);
    put([...menu.filter((line) => line.group !== group), ...own]);
  };
  const lines = (group: MenuGroup) => (
    <MenuLines
      group={group}
      currency={currencyOf(form.country)}
      lines={menu.filter((line) => line.group === group).map((line) => ({ ...line, isActive: true }))}
      onRename={(eid, name) => {
        edit(eid, { name });
        return undefined;
      }}
      onPrice={(eid, minor) => {
        edit(eid, { minor });
        return undefined;
      }}
      onMove={(eid, by) => move(group, eid, by)}
      onRemove={(eid) => put(menu.filter((line) => line.eid !== eid))}
      onAdd={() => put([...menu, { eid: `shop/m${newId()}` as Eid, group, name: '', minor: null }])}
    />
  );
  return (
    <>
      <p>{texts.menuLead}</p>
      <section aria-label={fields['group.size']}>{lines('size')}</section>
      <details className="fold first-run-more">
        <summary>{texts.menuMore}</summary>
        {MENU_GROUPS.filter((group) => group !== 'size').map((group) => (
          <section key={group}>
            <h2>
              {fields[`group.${group}`]} <small>{fields.extraColumn}</small>
            </h2>
            {lines(group)}
          </section>
        ))}
      </details>
    </>
  );
}
