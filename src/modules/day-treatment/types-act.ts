import type { Instant } from '#kernel/interval.ts';

/** What happens on the day, in the order in which it may. */
export const ACT_KINDS = [
  'arrived',
  'checked',
  'started',
  'measured',
  'stopped',
  'left',
  'deviated',
  'reacted',
  'not-given',
  'missed',
  'undone',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** The four things that are looked at before anything starts. */
export const CHECKS = ['identity', 'order', 'lab', 'drug'] as const;
export type Check = (typeof CHECKS)[number];

/** One act, as the device wrote it down. `at` is the clock of the device. */
export interface Act {
  readonly id: string;
  readonly visitId: string;
  readonly kind: ActKind;
  readonly at: Instant;
  readonly byName: string;
  readonly body: Readonly<Record<string, unknown>>;
}
