// Settings: the texts sent to customers, each with its placeholders and the way it reads for an example order.
// Law: what is shown as the text is what will be sent; a placeholder that nothing knows is said.
import { useId, useRef, useState } from 'react';
import { defaultTexts, textEid } from '../../domain/default-texts.ts';
import type { Language } from '../../domain/order.ts';
import { TEXT_KEYS, type TextKey } from '../../domain/shop.ts';
import { fillTemplate, TEMPLATE_KEYS, type TemplateValues } from '../../domain/text-template.ts';
import { addLocalDays, localTime } from '../../domain/time.ts';
import { dayTitle, moneyText, spokenTime } from '../base/format.ts';
import { useNow, useShop } from '../base/shop-context.ts';
import { useTexts } from '../base/texts.ts';
import { Choice } from './Choice.tsx';
import { ConflictMark } from './ConflictMark.tsx';
import { conflictTexts } from './conflict.texts.ts';
import { type SeenFields, seenFields } from './kept-words.ts';
import { LANGUAGE_NAMES } from './language-names.ts';
import { settingsTexts } from './settings.texts.ts';
import { useSettingsBook } from './settings-book.tsx';
import { TypedNote } from './TypedNote.tsx';
import { useWordsSave } from './use-shop-edit.ts';
import { useTypedText } from './use-typed-text.ts';

export function TextsSection() {
  const texts = useTexts(settingsTexts);
  const shop = useShop();
  const [language, setLanguage] = useState<Language>(shop.language);
  return (
    <>
      <Choice
        legend={texts.textLanguage}
        value={language}
        options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))}
        onChange={setLanguage}
      />
      {TEXT_KEYS.map((key) => (
        <TextCard key={`${key} ${language}`} textKey={key} language={language} />
      ))}
    </>
  );
}

function useExample(language: Language): TemplateValues {
  const texts = settingsTexts[language];
  const shop = useShop();
  const { date } = useNow();
  const money = (won: number) =>
    moneyText(shop.currency === 'KRW' ? won : Math.round(won / 1000) * 100, shop.currency, language);
  return {
    name: texts.exampleName,
    date: dayTitle(addLocalDays(date, 5), language),
    time: spokenTime(localTime('13:30'), language),
    items: texts.exampleItems,
    lettering: texts.exampleLettering,
    total: money(62_000),
    deposit: money(30_000),
    balance: money(32_000),
    account: shop.account ?? texts.exampleAccount,
    due: `${dayTitle(addLocalDays(date, 1), language)} ${spokenTime(localTime('18:00'), language)}`,
    shop: shop.name,
  };
}

const PLACEHOLDER = /\{([a-z]+)\}/g;

/** Placeholders that will not be filled. */
function unknownPlaceholders(body: string): string[] {
  const found = [...body.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
  return [...new Set(found.filter((name) => !TEMPLATE_KEYS.some((key) => key === name)))];
}

function TextCard({ textKey, language }: { readonly textKey: TextKey; readonly language: Language }) {
  const texts = useTexts(settingsTexts);
  const conflicts = useTexts(conflictTexts);
  const shop = useShop();
  const { document: book } = useSettingsBook();
  const save = useWordsSave();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const example = useExample(language);
  const own = shop.texts.find((text) => text.key === textKey && text.language === language);
  const original =
    defaultTexts().find(({ fields }) => fields.key === textKey && fields.language === language)?.fields.body ?? '';
  const saved = own?.body ?? original;
  const eid = own?.eid ?? textEid(textKey, language);
  const title = texts[`text.${textKey}`];

  const put = (body: string, seen: SeenFields | null, message: string) =>
    save({
      edit: { kind: 'text', eid, set: { key: textKey, language, body, deleted: false } },
      field: 'body',
      words: body,
      seen,
      done: { message, undo: { edits: [{ kind: 'text', eid, set: { body: saved }, was: { body } }] } },
    });
  const typed = useTypedText({
    saved,
    place: { eid, field: 'body' },
    onSave: (body, seen) => put(body, seen, texts.saved(title)),
    canSave: (body) => body.trim() !== '',
    clean: (body) => body,
  });
  const insert = (key: string) => {
    const element = area.current;
    if (element === null) return;
    element.focus();
    // The one way that keeps the browser's own undo; the input event tells React.
    document.execCommand('insertText', false, `{${key}}`);
  };
  const unknown = unknownPlaceholders(typed.text);
  return (
    <section className="card text-card">
      <div className="text-head">
        <h2>
          <label htmlFor={id}>{title}</label>
        </h2>
        {typed.isDirty ? (
          <small className="hint" aria-hidden="true">
            {conflicts.unsaved}
          </small>
        ) : null}
        {saved === original ? null : (
          <>
            <span className="tag">{texts.textIsOwn}</span>
            <button
              type="button"
              className="small"
              onClick={() => void put(original, seenFields(book.seen, eid), texts.textResetDone(title))}
            >
              {texts.textReset}
            </button>
          </>
        )}
      </div>
      <div className="text-panes">
        <div>
          <textarea
            id={id}
            ref={area}
            rows={Math.max(6, typed.text.split('\n').length + 1)}
            lang={language}
            {...typed.input}
          />
          <ConflictMark eid={eid} />
          <TypedNote typed={typed} />
          {/* biome-ignore lint/a11y/useSemanticElements: buttons that put words into the text above, no fields */}
          <div className="text-keys" role="group" aria-label={texts.textInsert}>
            {TEMPLATE_KEYS.map((key) => (
              <button key={key} type="button" className="small" onClick={() => insert(key)}>
                {texts[`key.${key}`]}
              </button>
            ))}
          </div>
          <p className="hint">{texts.textInsertHint}</p>
          {unknown.map((name) => (
            <p key={name} className="field-problem" role="alert">
              {texts.textUnknown(name)}
            </p>
          ))}
        </div>
        <div>
          <p className="label">{texts.textPreview}</p>
          <p className="text-preview" lang={language}>
            {fillTemplate(typed.text, example, language).text}
          </p>
        </div>
      </div>
    </section>
  );
}
