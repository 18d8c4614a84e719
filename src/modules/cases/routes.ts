import type { Door } from '#platform/http/route.ts';
import type { CasesParts } from './doing.ts';
import { caseRoutes } from './routes-case.ts';
import { meetingRoutes } from './routes-meeting.ts';
import { ownCaseRoutes } from './routes-own.ts';
import { signalRoutes } from './routes-signal.ts';

/** Adds the routes of this room. */
export const casesRoutes = (door: Door, parts: CasesParts): void => {
  signalRoutes(door, parts);
  caseRoutes(door, parts);
  meetingRoutes(door, parts);
  ownCaseRoutes(door, parts);
};
