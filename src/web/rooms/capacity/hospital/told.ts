import type { Pressure } from '#tower/contract.ts';

/** What is known of one number of a hospital. */
export type Told = Pressure['hospitals'][number];
