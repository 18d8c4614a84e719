import type { Order } from '#modules/day-treatment/types.ts';

/** What a specialist signs for, in the order in which it is read. */
export const SIGNED_FIELDS = [
  'visits',
  'given',
  'firstGivenOn',
  'intervalDays',
  'toleranceDays',
  'fromDay',
  'latestDay',
  'validUntil',
  'urgency',
  'dose',
  'weightKg',
  'labOn',
  'labOk',
  'limits',
  'stopRule',
  'wishes',
  'siteOrg',
  'gpOrg',
  'specialistName',
  'specialistPhone',
] as const satisfies readonly (keyof Order)[];
export type SignedField = (typeof SIGNED_FIELDS)[number];

/** An order as it was signed. */
export type SignedContent = Pick<Order, SignedField>;

/** What of an order the signature is for. */
export const contentOf = (order: Order): SignedContent =>
  Object.fromEntries(SIGNED_FIELDS.map((field) => [field, order[field]])) as unknown as SignedContent;

/** Two values that were signed: wishes are a small record, all else is one word or number. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const wishesOf = ({ wishes: { weekdays, part } }: SignedContent): unknown => [weekdays, part];

/** What a signature says differently from the one before. */
export const changedSince = (before: SignedContent, after: SignedContent): SignedField[] =>
  SIGNED_FIELDS.filter((field) =>
    field === 'wishes' ? !isSame(wishesOf(before), wishesOf(after)) : !isSame(before[field], after[field]),
  );
