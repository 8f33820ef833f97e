// The rules for pickups and deposits as fields, for first run and settings alike.
// Law: they hold from now on; an order keeps what was agreed for it.
import type { Currency } from '../../domain/money.ts';
import type { DepositRule } from '../../domain/shop.ts';
import { useTexts } from '../base/texts.ts';
import { firstRunTexts } from '../first-run/first-run.texts.ts';
import { AmountField } from './AmountField.tsx';
import { Choice } from './Choice.tsx';
import type { SeenFields } from './kept-words.ts';
import { Stepper } from './Stepper.tsx';
import type { SaveOutcome } from './use-typed-text.ts';

export interface RuleFieldsProps {
  readonly slots: { readonly minutes: number; readonly places: number };
  readonly leadDays: number;
  readonly deposit: DepositRule;
  readonly currency: Currency;
  readonly onSlots: (slots: { readonly minutes: number; readonly places: number }) => void;
  readonly onLeadDays: (days: number) => void;
  /** Only what was changed: another part may be on its way to the book. `seen`: what stood there when an amount was begun. */
  readonly onDeposit: (part: Partial<DepositRule>, seen?: SeenFields | null) => Promise<SaveOutcome> | undefined;
}

const SHOP_EID = 'shop';

/** The usual answers and, if it is none of them, the one that is set. */
function withChosen(usual: readonly number[], chosen: number): readonly number[] {
  return usual.includes(chosen) ? usual : [...usual, chosen].sort((a, b) => a - b);
}

export function RuleFields(props: RuleFieldsProps) {
  const { slots, leadDays, deposit, currency, onSlots, onLeadDays, onDeposit } = props;
  const texts = useTexts(firstRunTexts);
  const isFixed = deposit.kind === 'amount';
  return (
    <>
      <Choice
        legend={texts.slotMinutes}
        value={slots.minutes}
        options={withChosen([10, 15, 20, 30, 60], slots.minutes).map((value) => ({
          value,
          label: texts.minutes(value),
        }))}
        onChange={(minutes) => onSlots({ ...slots, minutes })}
      />
      <div className="rule-pair">
        <Stepper
          label={texts.places}
          hint={texts.placesHint}
          value={slots.places}
          shown={texts.placesShown(slots.places)}
          min={1}
          max={50}
          onChange={(places) => onSlots({ ...slots, places })}
        />
        <Stepper
          label={texts.leadDays}
          value={leadDays}
          shown={texts.leadShown(leadDays)}
          min={0}
          max={60}
          onChange={onLeadDays}
        />
      </div>
      <Choice
        legend={texts.deposit}
        value={isFixed ? 'amount' : String(deposit.value)}
        options={[
          ...withChosen([0, 30, 50, 100], isFixed ? 50 : deposit.value).map((value) => ({
            value: String(value),
            label: value === 0 ? texts.depositNone : value === 100 ? texts.depositAll : `${value}%`,
          })),
          { value: 'amount', label: texts.depositFixed },
        ]}
        onChange={(value) =>
          onDeposit(
            value === 'amount'
              ? { kind: 'amount', value: currency === 'KRW' ? 10_000 : 1000 }
              : { kind: 'percent', value: Number(value) },
          )
        }
      />
      {isFixed ? (
        <AmountField
          label={texts.depositAmount}
          isLabelShown
          isNeeded
          minor={deposit.value}
          currency={currency}
          place={{ eid: SHOP_EID, field: 'deposit' }}
          onSave={(minor, seen) => (minor === null ? undefined : onDeposit({ kind: 'amount', value: minor }, seen))}
        />
      ) : null}
      {isFixed || deposit.value > 0 ? (
        <Choice
          legend={texts.within}
          value={deposit.withinHours}
          options={withChosen([3, 12, 24, 48, 72], deposit.withinHours).map((value) => ({
            value,
            label: texts.hours(value),
          }))}
          onChange={(withinHours) => onDeposit({ withinHours })}
        />
      ) : null}
    </>
  );
}
