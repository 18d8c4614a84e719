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

/** What of a file that was made unknown is left: nothing. */
type Kept = Partial<SignedContent>;

/** A value as it is compared: the database keeps the parts of a wish in an order of its own. */
const compared = (content: Kept, field: SignedField): string => {
  const { wishes } = content;
  return JSON.stringify(field === 'wishes' ? [wishes?.weekdays, wishes?.part] : (content[field] ?? null));
};

/** What a signature says differently from the one before. */
export const changedSince = (before: Kept, after: Kept): SignedField[] =>
  SIGNED_FIELDS.filter((field) => compared(before, field) !== compared(after, field));
