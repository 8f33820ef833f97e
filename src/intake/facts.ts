// A fact is one thing that a customer's words say, with its place. Facts are gathered first and weighed later.
// Law: a fact knows its source; what a form's label says outweighs what is said in passing.
import type { Answer, FulfilmentMethod } from '../domain/order.ts';
import type { Phone } from '../domain/phone.ts';
import type { LocalMoment } from '../domain/time.ts';
import type { Doubt } from './message-reading.ts';
import type { Range } from './normal-text.ts';

export interface Delivery {
  readonly method: FulfilmentMethod;
  readonly address: string | null;
}
export interface FactValues {
  name: string;
  phone: Phone;
  product: string;
  size: string;
  sheet: string;
  cream: string;
  flavor: string;
  shape: string;
  baseColor: string;
  textColor: string;
  cakeLettering: Answer;
  boardLettering: Answer;
  quantity: number;
  candles: Answer;
  coolerBag: boolean;
  shoppingBag: boolean;
  depositor: string;
  collector: string;
  allergy: Answer;
  design: string;
  notes: string;
  delivery: Delivery;
  address: string;
  price: string;
}
export type FactKind = keyof FactValues;

export interface Fact<K extends FactKind = FactKind> {
  readonly kind: K;
  readonly value: FactValues[K];
  /** In the normal text; the first one is where the value stands. */
  readonly ranges: readonly Range[];
  readonly source: 'label' | 'prose';
  /** The customer says that this replaces what was said before. */
  readonly fixes: boolean;
  readonly doubt: Doubt | null;
  /** 0: of the whole order. */
  readonly cake: number;
}

/** Cake numbers from here on are products ordered besides the cakes; what is said of the cakes is not theirs. */
export const EXTRA_ITEMS = 1000;

/** Cake numbers of sizes that one label lists: "1호, 도시락". */
export const LISTED_SIZES = 101;

/** Cake numbers of tastes that share one size: "초코2, 바닐라1". */
export const SHARED_SIZE = 301;

/** Words about when: read together at the end, because the hours depend on the day. */
export interface MomentText extends Range {
  /** event: the day of the feast itself, which other days may be told by. */
  readonly field: 'date' | 'time' | 'pickup' | 'prose' | 'event';
  readonly said: LocalMoment;
  readonly fixes: boolean;
  readonly whole: Range;
}

export interface Gathered {
  readonly facts: Fact[];
  readonly moments: MomentText[];
  /** What has been used, for the leftover. */
  readonly used: Range[];
}

export function createGathered(): Gathered {
  return { facts: [], moments: [], used: [] };
}

export interface FactOptions {
  readonly ranges: readonly Range[];
  readonly source: 'label' | 'prose';
  readonly fixes?: boolean;
  readonly doubt?: Doubt | null;
  readonly cake?: number;
}

export function addFact<K extends FactKind>(
  gathered: Gathered,
  kind: K,
  value: FactValues[K],
  options: FactOptions,
): void {
  const { ranges, source, fixes = false, doubt = null, cake = 0 } = options;
  gathered.facts.push({ kind, value, ranges, source, fixes, doubt, cake });
}

/** Facts of one kind, in the order of the message. */
export function factsOf<K extends FactKind>(gathered: Gathered, kind: K): Fact<K>[] {
  const own = gathered.facts.filter((fact) => fact.kind === kind) as unknown as Fact<K>[]; // filtered by kind, which the compiler does not follow
  return own.sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
}
