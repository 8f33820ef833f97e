// Marks fields of the settings that people edited differently: the values beside each other, and the way to choose.
// Law: it shows, it settles nothing; an edit of the field right here settles it too, because its author sees both.
import { Link } from 'wouter';
import type { FieldConflict } from '../../store/entity-values.ts';
import { shortened } from '../base/format.ts';
import { contenderText, fieldWord, settingName, useSettingWords } from './setting-words.ts';
import { useSettingsBookIfOpen } from './settings-book.tsx';
import './conflict.css';

export interface ConflictMarkProps {
  readonly id?: string;
  readonly eid: string;
  /** Without it every field of the entity. */
  readonly field?: string;
}

/** Nothing when nobody disagrees, and in first run. */
export function ConflictMark({ id, eid, field }: ConflictMarkProps) {
  const book = useSettingsBookIfOpen();
  const found =
    book?.document.conflicts.filter(
      // How a list is ordered is one question about the list, asked under 확인 필요.
      (one) => one.eid === eid && (field === undefined ? one.field !== 'position' : one.field === field),
    ) ?? [];
  if (found.length === 0) return null;
  return (
    <div className="setting-conflict" id={id}>
      {found.map((conflict) => (
        <Mark key={conflict.field} conflict={conflict} />
      ))}
    </div>
  );
}

function Mark({ conflict }: { readonly conflict: FieldConflict }) {
  const words = useSettingWords();
  const { texts, disputes } = words;
  const values = conflict.contenders.map((one) => shortened(contenderText(conflict, one, words)));
  return (
    <p>
      <span>
        <b>⇄ {conflict.field === 'deleted' ? disputes.deletedButEdited : texts.mark}</b>{' '}
        {conflict.field === 'deleted'
          ? ''
          : [fieldWord(conflict, words), values.join(' / ')].filter(Boolean).join(': ')}
      </span>
      <Link href="/check" className="button small" aria-label={texts.chooseFor(settingName(conflict, words))}>
        {texts.choose}
      </Link>
    </p>
  );
}
