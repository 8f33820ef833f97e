// What the owner types at first run, as a value: its proposal, its draft on disk, what is still wrong, the change it makes.
// Law: the whole first run is one change; until then nothing of it is in the book, and a reload loses no word of it.
import { z } from 'zod';
import { defaultMenu } from '../../domain/default-menu.ts';
import { defaultTexts } from '../../domain/default-texts.ts';
import type { Currency } from '../../domain/money.ts';
import type { Eid, Language } from '../../domain/order.ts';
import type { Country } from '../../domain/phone.ts';
import { type DepositRule, MENU_GROUPS, type MenuGroup, type WeekHours } from '../../domain/shop.ts';
import { type LocalTime, localTime, parseLocalTime } from '../../domain/time.ts';
import type { AnyEdit, Change } from '../../store/change.ts';
import { COUNTRIES, currencyOf } from '../settings/country.ts';

export const FIRST_RUN_DRAFT = 'first-run';
export const FIRST_RUN_STEPS = ['welcome', 'shop', 'menu', 'rules', 'tablet'] as const;
export type FirstRunStep = (typeof FIRST_RUN_STEPS)[number];

/** A line of the menu while it is being typed; `minor` is null where no price was given. */
export interface MenuLine {
  readonly eid: Eid;
  readonly group: MenuGroup;
  readonly name: string;
  readonly minor: number | null;
}

export interface FirstRunForm {
  readonly step: FirstRunStep;
  readonly name: string;
  readonly phone: string;
  readonly hours: WeekHours;
  readonly zone: string;
  readonly country: Country;
  /** null: the proposal, in whatever language the screen has. */
  readonly menu: readonly MenuLine[] | null;
  readonly slots: { readonly minutes: number; readonly places: number };
  readonly leadDays: number;
  readonly deposit: DepositRule;
  readonly account: string;
}

/** What each step is given. */
export interface StepProps {
  readonly form: FirstRunForm;
  readonly change: (part: Partial<FirstRunForm>) => void;
  /** The person pressed on: what is missing may be said now. */
  readonly isTried: boolean;
}

const USUAL_HOURS = { open: localTime('11:00'), close: localTime('20:00') };

/** A cake shop's ordinary answers: closed on Sundays, 11 to 20, three cakes each half hour, half of the price beforehand. */
export function proposedForm(zone: string, country: Country): FirstRunForm {
  return {
    step: 'welcome',
    name: '',
    phone: '',
    hours: [null, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS, USUAL_HOURS],
    zone,
    country,
    menu: null,
    slots: { minutes: 30, places: 3 },
    leadDays: 2,
    deposit: { kind: 'percent', value: 50, withinHours: 24 },
    account: '',
  };
}

const time = z.string().transform((text, context): LocalTime => {
  const read = parseLocalTime(text);
  if (read === null) context.addIssue({ code: 'custom', message: 'no time' });
  return read ?? USUAL_HOURS.open;
});
const draftShape = z.object({
  step: z.enum(FIRST_RUN_STEPS),
  name: z.string(),
  phone: z.string(),
  hours: z.array(z.object({ open: time, close: time }).nullable()).length(7),
  zone: z.string().min(1),
  country: z.enum(COUNTRIES),
  menu: z
    .array(
      z.object({
        eid: z.string().transform((eid) => eid as Eid), // written by this form only
        group: z.enum(MENU_GROUPS),
        name: z.string(),
        minor: z.number().int().nonnegative().nullable(),
      }),
    )
    .nullable(),
  slots: z.object({ minutes: z.number().int().positive(), places: z.number().int().positive() }),
  leadDays: z.number().int().nonnegative(),
  deposit: z.object({
    kind: z.enum(['percent', 'amount']),
    value: z.number().int().nonnegative(),
    withinHours: z.number().int().positive(),
  }),
  account: z.string(),
});

/** The form as a killed tab left it; null when there is none that this version can read. */
export function readFormDraft(value: unknown): FirstRunForm | null {
  const read = draftShape.safeParse(value);
  return read.success ? read.data : null;
}

/** The menu on screen: what was typed, or the proposal. */
export function menuOfForm(form: FirstRunForm, language: Language): readonly MenuLine[] {
  if (form.menu !== null) return form.menu;
  return defaultMenu(language, currencyOf(form.country)).flatMap(({ eid, fields: { group, name, price } }) =>
    group === null || name === null ? [] : [{ eid, group, name, minor: price?.minor ?? null }],
  );
}

/** What keeps the shop from being opened. */
export function formProblems(form: FirstRunForm): { readonly name: boolean; readonly hours: boolean } {
  return {
    name: form.name.trim() === '',
    hours: form.hours.some((hours) => hours !== null && hours.close <= hours.open),
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Everything of first run as one change; it takes the draft with it. */
export function formToChange(form: FirstRunForm, language: Language): Change {
  const currency: Currency = currencyOf(form.country);
  const shop: AnyEdit = {
    kind: 'shop',
    eid: 'shop' as Eid, // the one root of the shop's own entities
    set: {
      name: form.name.trim(),
      zone: form.zone,
      country: form.country,
      currency,
      language,
      phone: orNull(form.phone),
      account: orNull(form.account),
      hours: form.hours,
      slots: form.slots,
      leadDays: form.leadDays,
      deposit: form.deposit,
    },
  };
  const positions = new Map<MenuGroup, number>();
  const menu = menuOfForm(form, language)
    .filter((line) => line.name.trim() !== '')
    .map((line): AnyEdit => {
      const position = positions.get(line.group) ?? 0;
      positions.set(line.group, position + 1);
      return {
        kind: 'menuEntry',
        eid: line.eid,
        set: {
          group: line.group,
          name: line.name.trim(),
          price: line.minor === null ? null : { minor: line.minor, currency },
          position,
          active: true,
        },
      };
    });
  const texts = defaultTexts().map(({ eid, fields }): AnyEdit => ({ kind: 'text', eid, set: fields }));
  return { edits: [shop, ...menu, ...texts], discardDraft: FIRST_RUN_DRAFT };
}
