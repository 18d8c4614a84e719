import { type Day, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { chairsOf, type Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { GrowthAsked } from '#planning/rota/growth.ts';
import { roomsWith } from '#planning/rota/growth-levers.ts';
import type { Tx } from '#platform/db/database.ts';
import { unitsOf } from './board.ts';
import type { GrowthAnswer, GrowthBody } from './contract-growth.ts';
import { type DemandLine, demandFrom, plannedDemand, roomFrom, type UsualRoom } from './decide/growth.ts';
import { treatmentFor } from './decide/planning.ts';
import { countedGroups } from './store-growth.ts';
import { halfDaysBetween } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { openingsOf } from './store-room.ts';
import { shiftsOf } from './store-shift.ts';
import { treatmentsInUse, treatmentsOf } from './store-treatment.ts';
import type { SignedSince } from './types-growth.ts';

/** Over how many days of orders a year is reckoned, and how far ahead the rota says who usually works. */
const COUNTED_DAYS = 365;
const ROTA_DAYS = 28;
/** The same question gives the same people, and so the same answer. */
const SEED = 6;

/** A question for the planner, and everything it assumes. */
export interface GrowthQuestion {
  readonly today: GrowthAsked;
  /** Null: nothing is turned, so it is the same year. */
  readonly turned: GrowthAsked | null;
  readonly assumed: GrowthAnswer['assumed'];
}

const signedSince = async (tx: Tx, { now, actor }: Doing): Promise<SignedSince> => {
  const counted = await countedGroups(tx, actor.organisationId, now - COUNTED_DAYS * DAY);
  const treatments = await treatmentsOf(tx, counted);
  const first = Math.min(now, ...counted.map(({ since }) => since));
  return {
    days: Math.max(1, Math.round((now - first) / DAY)),
    groups: counted.map(({ treatment, treatmentVersion, ...group }) => {
      const version = treatments.get(`${treatment} ${treatmentVersion}`);
      if (version === undefined) throw new Error('an order stands under a treatment that is not there');
      return { ...group, treatment: version };
    }),
  };
};

const usualRoom = async (tx: Tx, unitId: string, today: Day): Promise<UsualRoom> => {
  const openings = (await openingsOf(tx, [unitId], today)).get(unitId) ?? [];
  const week = openings
    .filter(({ since, until }) => since <= today && (until === null || until > today))
    .map(({ weekday, part, opens, closes }) => ({ weekday, part, minutes: closes - opens }));
  const halfDays = await halfDaysBetween(tx, [unitId], today, plusDays(today, ROTA_DAYS));
  const open = halfDays.filter(({ closed }) => closed === null);
  const shifts = await shiftsOf(
    tx,
    open.map(({ id }) => id),
  );
  const nurses = await nursesOf(tx, [unitId]);
  return {
    week,
    chairs: await chairsOf(tx, [unitId]),
    rota: open.map(({ id, day, part }) => {
      const own = shifts.filter(({ halfDayId }) => halfDayId === id).map(({ nurseId }) => nurseId);
      return { weekday: weekdayOf(day), part, nurses: nurses.filter((each) => own.includes(each.id)) };
    }),
  };
};

const nameOf = ({ region }: Doing, unitId: string): string =>
  region.units.find(({ id }) => id === unitId)?.name ?? '';

/** Usual, when the body says nothing of it. */
const URGENCY = 1;

/** What a house has today and what the levers make of it, as one question for the planner. */
export const readGrowth = async (
  tx: Tx,
  { levers, demand }: GrowthBody,
  doing: Doing,
): Promise<Result<GrowthQuestion, Refusal>> => {
  const day = localDay(doing.now, REGION_ZONE);
  const [treatments, since] = [await treatmentsInUse(tx), await signedSince(tx, doing)];
  const lines: readonly DemandLine[] =
    demand === null ? demandFrom(since) : demand.map((line) => ({ ...line, urgency: URGENCY }));
  const known = lines.filter(({ treatment }) => treatments.some(({ code }) => code === treatment));
  const planned = plannedDemand(demand === null ? known : lines, treatments);
  if (planned === null) return refuse({ code: 'growth-treatment' });
  const unitIds = await unitsOf(tx, doing.actor.organisationId);
  const usual: UsualRoom[] = [];
  for (const unitId of unitIds) usual.push(await usualRoom(tx, unitId, day));
  const rooms = usual.map((each) => roomFrom(each, treatments, day));
  if (planned.length === 0 || rooms.every(({ week }) => week.length === 0))
    return refuse({ code: 'growth-nothing' });
  const asked = { treatments: treatments.map(treatmentFor), demand: planned, seed: SEED };
  return ok({
    today: { ...asked, rooms },
    turned: Object.values(levers).every((each) => each === null)
      ? null
      : { ...asked, rooms: roomsWith(rooms, levers) },
    assumed: {
      rooms: rooms.map(({ week, chairs }, at) => ({
        name: nameOf(doing, unitIds[at] as string),
        halfDays: week.length,
        living: chairs.filter(({ room }) => room === 'living').length,
        treatment: chairs.filter(({ room }) => room === 'treatment').length,
        nurses: week.length === 0 ? 0 : Math.min(...week.map(({ nurses }) => nurses.length)),
      })),
      demand: (demand === null ? known : lines).map(({ urgency: _urgency, ...line }) => ({
        ...line,
        name: treatments.find(({ code }) => code === line.treatment)?.name ?? line.treatment,
      })),
      countedDays: demand === null ? since.days : null,
    },
  });
};
