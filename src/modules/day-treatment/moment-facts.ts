import type { Interval } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { unitsOf } from './board.ts';
import type { DayRoom } from './contract-room.ts';
import { type CalendarMoment, calendarFile } from './decide/calendar-file.ts';
import { isSameMoment } from './decide/telling.ts';
import { minutesOf } from './decide/treatment.ts';
import { orderById } from './store-order.ts';
import { orderIdOf } from './store-plan.ts';
import { roomOf } from './store-room.ts';
import { treatmentsOf } from './store-treatment.ts';
import { type PlacedVisit, visitsOf } from './store-visit.ts';
import type { Order, Treatment } from './types.ts';
import type { Telling } from './types-told.ts';
import { viewRooms } from './view-room.ts';

/** Everything that a letter or a page about one telling says. */
export interface MomentFacts {
  readonly telling: Telling;
  readonly visit: PlacedVisit;
  readonly order: Order;
  readonly treatment: Treatment;
  readonly room: Pick<DayRoom, 'unit' | 'site' | 'street' | 'town' | 'phone' | 'zone' | 'route'>;
  /** The visit still stands as the telling says. */
  readonly holds: boolean;
}

/** What is known of one telling, in the name of its site; null when something of it is not there any more. */
export const momentFacts = async (tx: Tx, telling: Telling, doing: Doing): Promise<MomentFacts | null> => {
  const orderId = await orderIdOf(tx, telling.visitId);
  const order = orderId === null ? null : await orderById(tx, orderId);
  if (order === null) return null;
  const visit = (await visitsOf(tx, [order.id])).get(order.id)?.find(({ id }) => id === telling.visitId);
  const treatment = (await treatmentsOf(tx, [order])).get(`${order.treatment} ${order.treatmentVersion}`);
  // Who has no moment any more is told by the room where they would have come.
  const unitId = visit?.unitId ?? (await unitsOf(tx, telling.organisationId))[0];
  const kept = unitId === undefined ? null : await roomOf(tx, unitId);
  const [room] = kept === null ? [] : await viewRooms(tx, [kept], doing);
  if (visit === undefined || treatment === undefined || room === undefined) return null;
  const there = telling.during === null || visit.state === 'planned';
  const holds = telling.endedAt === null && there && isSameMoment(telling.during, visit.during);
  return { telling, visit, order, treatment, room, holds };
};

/** Where somebody goes: `Hereweg 12, Assen`. */
export const placeOf = ({ street, town }: MomentFacts['room']): string =>
  street === null ? town : `${street}, ${town}`;

/** The moment for somebody's own calendar. It names no person and no treatment: a calendar is read by more than one. */
export const calendarOf = (
  { telling, room }: MomentFacts,
  during: Interval,
  gone: boolean,
): CalendarMoment & { readonly file: string } => {
  const moment = {
    ...{
      id: telling.visitId,
      sequence: telling.number,
      madeAt: telling.toldAt ?? telling.dueAt,
      during,
      gone,
    },
    title: `Afspraak ${room.unit.name}`,
    place: [room.site, placeOf(room)].join(', '),
    words: `Verhinderd? Bel ${room.phone}.`,
  };
  return { ...moment, file: calendarFile(moment) };
};

/** How long somebody is there. */
export const minutesAt = ({ treatment }: MomentFacts): number => minutesOf(treatment);
