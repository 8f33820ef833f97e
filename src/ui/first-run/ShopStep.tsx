// First run, first step: what the shop is called and when it is open. Only the name must be there.
import { useId } from 'react';
import { useLanguage, useTexts } from '../base/texts.ts';
import { HoursEditor } from '../settings/HoursEditor.tsx';
import { RegionFields } from '../settings/RegionFields.tsx';
import { firstRunTexts } from './first-run.texts.ts';
import { formProblems, type StepProps } from './first-run-form.ts';

export function ShopStep({ form, change, isTried }: StepProps) {
  const texts = useTexts(firstRunTexts);
  const language = useLanguage();
  const nameId = useId();
  const isNameMissing = isTried && formProblems(form).name;
  return (
    <>
      <div className="field">
        <label htmlFor={nameId}>{texts.shopName}</label>
        <input
          id={nameId}
          value={form.name}
          autoComplete="organization"
          maxLength={60}
          required
          aria-required="true"
          aria-invalid={isNameMissing}
          aria-describedby={`${nameId}-hint`}
          onChange={(event) => change({ name: event.target.value })}
        />
        {isNameMissing ? (
          <p className="field-problem" id={`${nameId}-hint`} role="alert">
            {texts.shopNameMissing}
          </p>
        ) : (
          <small id={`${nameId}-hint`}>{texts.shopNameHint}</small>
        )}
      </div>
      <HoursEditor hours={form.hours} onChange={(hours) => change({ hours })} />
      <label className="field">
        <span>{texts.phone}</span>
        <input
          type="tel"
          autoComplete="tel"
          value={form.phone}
          maxLength={40}
          onChange={(event) => change({ phone: event.target.value })}
        />
      </label>
      <details className="fold first-run-more">
        <summary>{texts.region}</summary>
        <RegionFields
          country={form.country}
          zone={form.zone}
          language={language}
          labels={texts}
          onCountry={(country) => change({ country })}
          onZone={(zone) => change({ zone })}
        />
      </details>
    </>
  );
}
