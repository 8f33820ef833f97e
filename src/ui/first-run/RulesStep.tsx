// First run, third step: pickup times, how many orders at once, the deposit and where it is paid.
import { useTexts } from '../base/texts.ts';
import { currencyOf } from '../settings/country.ts';
import { RuleFields } from '../settings/RuleFields.tsx';
import { firstRunTexts } from './first-run.texts.ts';
import type { StepProps } from './first-run-form.ts';

export function RulesStep({ form, change }: StepProps) {
  const texts = useTexts(firstRunTexts);
  return (
    <>
      <RuleFields
        slots={form.slots}
        leadDays={form.leadDays}
        deposit={form.deposit}
        currency={currencyOf(form.country)}
        onSlots={(slots) => change({ slots })}
        onLeadDays={(leadDays) => change({ leadDays })}
        onDeposit={(part) => {
          change({ deposit: { ...form.deposit, ...part } });
          return undefined;
        }}
      />
      <label className="field">
        <span>{texts.account}</span>
        <input
          value={form.account}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => change({ account: event.target.value })}
        />
        <small>{texts.accountHint}</small>
      </label>
    </>
  );
}
