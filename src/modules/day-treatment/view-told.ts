import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Asking, Told } from './contract-told.ts';
import type { TellingVisit } from './decide/telling.ts';
import { toldFacts } from './decide/told.ts';
import { tellingsOf, unsettledVisits } from './store-telling.ts';
import type { Telling } from './types-told.ts';

const isoOrNull = (at: number | null): string | null => (at === null ? null : isoFromInstant(at));

/** What somebody was told and said, drawn; `phone` is theirs, for who has to call. */
export const toldView = (tellings: readonly Telling[], visit: TellingVisit, phone: string | null): Told => {
  const { invited, confirmed, suits, call, ...said } = toldFacts(tellings, visit);
  return {
    ...said,
    ...{ invited: isoOrNull(invited), confirmed: isoOrNull(confirmed) },
    suits: suits === null ? null : { weekdays: [...suits.weekdays], part: suits.part },
    call: call ? { phone } : null,
  };
};

/** Who asks something of the planner, or must be called; of a moment that is gone only who was not called yet. */
export const viewAsking = async (tx: Tx, unitId: string, doing: Doing): Promise<Asking[]> => {
  const found = await unsettledVisits(tx, doing.now);
  const visits = found.filter((visit) => visit.unitId === null || visit.unitId === unitId);
  const people = await peopleById(tx, [...new Set(visits.map(({ personId }) => personId))]);
  const known = await tellingsOf(
    tx,
    visits.map(({ id }) => id),
  );
  return visits.flatMap((visit) => {
    const person = people.find(({ id }) => id === visit.personId);
    const told = toldView(known.get(visit.id) ?? [], visit, person?.phone ?? null);
    if (told.call === null && (told.asks === null || visit.during === null)) return [];
    return {
      ...{ visitId: visit.id, orderId: visit.orderId, halfDayId: visit.halfDayId, told },
      person: person === undefined ? null : { id: person.id, name: person.name },
      day: visit.during === null ? null : localDay(visit.during.from, REGION_ZONE),
    };
  });
};
