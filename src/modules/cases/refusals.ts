import { signalRefusals } from './refusals-signal.ts';

/** What this room refuses, in words. */
export const casesRefusals = { ...signalRefusals };
