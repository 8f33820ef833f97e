// Marks a list of the settings whose entries people ordered differently.
// Law: it settles nothing; moving an entry right here orders the whole list and settles it too.
import { Link } from 'wouter';
import { useTexts } from '../base/texts.ts';
import { conflictTexts } from './conflict.texts.ts';
import { fieldTexts } from './fields.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { type OrderedList, shopDisputes } from './shop-disputes.ts';
import './conflict.css';

export function OrderMark({ list }: { readonly list: OrderedList }) {
  const texts = useTexts(conflictTexts);
  const fields = useTexts(fieldTexts);
  const { document } = useSettingsBook();
  if (!shopDisputes(document).some((one) => one.type === 'order' && one.list === list)) return null;
  const name = texts.list(list === 'staff' ? texts.staffList : fields[`group.${list}`]);
  return (
    <div className="setting-conflict">
      <p>
        <span>
          <b>⇄ {texts.mark}</b> {name}
        </span>
        <Link href="/check" className="button small" aria-label={texts.chooseFor(name)}>
          {texts.choose}
        </Link>
      </p>
    </div>
  );
}
