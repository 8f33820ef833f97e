// The one field catalogue. It drives merging, history, export, redaction and, later, the wire.
// Law: a number is never given to anything else, not even after its field is gone; fields are only ever added.

/**
 * How values that were written without knowing of each other meet (docs/rules.md MG):
 * `register` shows a conflict unless they are equal; `status` lets forward steps join; `text` merges three ways;
 * `ledger` is written once; `delete` keeps an order visible when it was edited meanwhile; `questions` is a list that only
 * shrinks as its lines are answered, so lists meet in what all of them still ask.
 */
export type FieldClass = 'register' | 'status' | 'text' | 'ledger' | 'delete' | 'questions';

export interface Field {
  readonly no: number;
  readonly class: FieldClass;
  /** Names, phones, pictures, words of a customer: what `redact` may have to blank. */
  readonly personal: boolean;
  /** Schema version that brought it. */
  readonly since: number;
}
export interface EntityKind {
  readonly no: number;
  readonly fields: Readonly<Record<string, Field>>;
}

export const SCHEMA_VERSION = 1;

const field = (no: number, options: { class?: FieldClass; personal?: true } = {}): Field => ({
  no,
  class: options.class ?? 'register',
  personal: options.personal ?? false,
  since: 1,
});
const personal = { personal: true } as const;

export const CATALOGUE = {
  order: {
    no: 1,
    fields: {
      number: field(1),
      createdAt: field(2),
      channel: field(3),
      customer: field(4),
      name: field(5, personal),
      phone: field(6, personal),
      payer: field(7, personal),
      collector: field(8, personal),
      fulfilment: field(9, personal),
      pickup: field(10),
      status: field(11, { class: 'status' }),
      packaging: field(12),
      price: field(13),
      depositAsked: field(14),
      depositDue: field(15),
      memo: field(16, { class: 'text', personal: true }),
      doubts: field(17, { class: 'questions', personal: true }),
      language: field(18),
      readBack: field(19),
      deleted: field(20, { class: 'delete' }),
    },
  },
  item: {
    no: 2,
    fields: {
      position: field(1),
      product: field(2),
      size: field(3),
      sheet: field(4),
      cream: field(5),
      shape: field(6),
      baseColor: field(7),
      textColor: field(8),
      lettering: field(9, personal),
      boardLettering: field(10, personal),
      candles: field(11),
      allergy: field(12, personal),
      quantity: field(13),
      price: field(14),
      design: field(15, personal),
      made: field(16),
      deleted: field(17, { class: 'delete' }),
    },
  },
  photo: {
    no: 3,
    fields: {
      picture: field(1, personal),
      role: field(2),
      item: field(3),
      position: field(4),
      deleted: field(5, { class: 'delete' }),
    },
  },
  payment: {
    no: 4,
    fields: {
      entry: field(1, { class: 'ledger', personal: true }),
      state: field(2),
      voided: field(3),
      deleted: field(4, { class: 'delete' }),
    },
  },
  original: {
    no: 5,
    fields: { source: field(1, { class: 'ledger', personal: true }), deleted: field(2, { class: 'delete' }) },
  },
  customer: {
    no: 6,
    fields: {
      name: field(1, personal),
      phone: field(2, personal),
      allergy: field(3, personal),
      note: field(4, { class: 'text', personal: true }),
      deleted: field(5, { class: 'delete' }),
    },
  },
  shop: {
    no: 7,
    fields: {
      name: field(1),
      zone: field(2),
      country: field(3),
      currency: field(4),
      language: field(5),
      phone: field(6),
      address: field(7),
      account: field(8),
      hours: field(9),
      slots: field(10),
      dayPlaces: field(11),
      leadDays: field(12),
      deposit: field(13),
      deleted: field(14, { class: 'delete' }),
    },
  },
  specialDay: {
    no: 8,
    fields: { date: field(1), hours: field(2), note: field(3), deleted: field(4, { class: 'delete' }) },
  },
  menuEntry: {
    no: 9,
    fields: {
      group: field(1),
      name: field(2),
      price: field(3),
      position: field(4),
      active: field(5),
      deleted: field(6, { class: 'delete' }),
    },
  },
  staff: {
    no: 10,
    fields: { name: field(1), position: field(2), active: field(3), deleted: field(4, { class: 'delete' }) },
  },
  text: {
    no: 11,
    fields: { key: field(1), language: field(2), body: field(3), deleted: field(4, { class: 'delete' }) },
  },
} as const satisfies Readonly<Record<string, EntityKind>>;

export type KindName = keyof typeof CATALOGUE;
export type FieldName<K extends KindName> = keyof (typeof CATALOGUE)[K]['fields'] & string;

const KIND_BY_NO: ReadonlyMap<number, KindName> = new Map(
  (Object.keys(CATALOGUE) as KindName[]).map((name) => [CATALOGUE[name].no, name]), // keys of a const object
);
const FIELD_BY_NO: ReadonlyMap<number, ReadonlyMap<number, readonly [name: string, field: Field]>> = new Map(
  Object.values(CATALOGUE).map((kind: EntityKind) => [
    kind.no,
    new Map(Object.entries(kind.fields).map(([name, entry]) => [entry.no, [name, entry] as const])),
  ]),
);

/** undefined for kinds that a newer version brought: such entities are kept and passed on untouched. */
export function kindName(no: number): KindName | undefined {
  return KIND_BY_NO.get(no);
}

/** undefined for fields that a newer version brought: such values are kept and passed on untouched. */
export function fieldOf(kindNo: number, fieldNo: number): readonly [name: string, field: Field] | undefined {
  return FIELD_BY_NO.get(kindNo)?.get(fieldNo);
}

export function fieldNo(kind: KindName, name: string): number {
  const fields: Readonly<Record<string, Field>> = CATALOGUE[kind].fields;
  const found = fields[name];
  if (found === undefined) throw new Error(`no field ${name} of ${kind} in the catalogue`);
  return found.no;
}
