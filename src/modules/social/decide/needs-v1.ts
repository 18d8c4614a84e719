import type { Need } from './need.ts';
import { DAILY_NEEDS } from './needs-daily-v1.ts';
import { HOME_NEEDS } from './needs-home-v1.ts';
import { LIVING_NEEDS } from './needs-living-v1.ts';
import { SELF_NEEDS } from './needs-self-v1.ts';

/** Version 1 of the list of needs. A change of meaning is a new version; who looks is told which need was heard. */
export const NEEDS_V1: readonly Need[] = [...SELF_NEEDS, ...HOME_NEEDS, ...DAILY_NEEDS, ...LIVING_NEEDS];
