import { caseRefusals } from './refusals-case.ts';
import { meetingRefusals } from './refusals-meeting.ts';
import { signalRefusals } from './refusals-signal.ts';

/** What this room refuses, in words. */
export const casesRefusals = { ...signalRefusals, ...caseRefusals, ...meetingRefusals };
