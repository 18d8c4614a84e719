import type { Doing } from '#modules/capacity/index.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Stay } from './types.ts';

/** Everyone who is a party to a stay: they, and only they, hear that it changed. */
const partiesOf = (stay: Stay, doing: Doing): string[] => [
  ...new Set([
    stay.organisationId,
    stay.referrerOrg,
    doing.region.agreement.deskOrganisationId,
    ...(stay.gpOrg === null ? [] : [stay.gpOrg]),
  ]),
];

/** A diary line about a stay: ids, codes and days, never who it is or what was written. */
export const stayLine = (doing: Doing, event: string, stay: Stay, body: Entry['body'] = {}): Entry => ({
  at: doing.now,
  room: 'stay',
  event,
  subject: stay.id,
  unitId: stay.unitId,
  organisationId: stay.organisationId,
  actor: doing.actor.id,
  body: { requestId: stay.requestId, ...body, organisations: partiesOf(stay, doing) },
});
