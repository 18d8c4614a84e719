import type { CoreCode } from './types-core.ts';
import type { HandoverCode } from './types-handover.ts';
import type { ObservationCode } from './types-observation.ts';
import type { ReturnCode } from './types-return.ts';

/** Why something about a stay cannot be done. */
export type StayCode = 'stay-unknown' | 'stay-over' | CoreCode | HandoverCode | ObservationCode | ReturnCode;
