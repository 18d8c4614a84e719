import { type Day, localDay } from '#kernel/calendar.ts';
import { chairsOf, type Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayRoom, DayRooms, NurseView } from './contract-room.ts';
import { siteOfUnit } from './doing-room.ts';
import { openingsOf } from './store-room.ts';
import type { KeptNurse, Room } from './types-room.ts';

/** These rooms as they are shown; a room whose unit left the region is not. */
export const viewRooms = async (tx: Tx, rooms: readonly Room[], doing: Doing): Promise<DayRoom[]> => {
  const unitIds = rooms.map(({ unitId }) => unitId);
  const chairs = Map.groupBy(await chairsOf(tx, unitIds), ({ unitId }) => unitId);
  const openings = await openingsOf(tx, unitIds, localDay(doing.now, 'UTC'));
  const { units, organisations } = doing.region;
  return rooms.flatMap(({ unitId, organisationId, emergency, route }) => {
    const unit = units.find(({ id }) => id === unitId);
    const site = siteOfUnit(doing, unitId);
    if (unit === undefined || site === null) return [];
    const house = organisations.find(({ id }) => id === organisationId);
    return {
      unit: { id: unit.id, name: unit.name },
      house: { id: organisationId, name: house?.name ?? '' },
      site: site.name,
      street: site.street,
      town: site.town,
      phone: unit.phone ?? site.phone,
      zone: site.zone,
      own: organisationId === doing.actor.organisationId,
      emergency: [...emergency],
      route,
      chairs: (chairs.get(unitId) ?? []).map(({ id, code, room, lying }) => ({ id, code, room, lying })),
      openings: [...(openings.get(unitId) ?? [])],
    };
  });
};

/** All rooms, the reader's own first, then by name. */
export const inOrder = (rooms: readonly DayRoom[]): DayRooms => ({
  rooms: rooms.toSorted(
    (a, b) =>
      Number(b.own) - Number(a.own) || `${a.site} ${a.unit.name}`.localeCompare(`${b.site} ${b.unit.name}`),
  ),
});

/** A nurse as shown on a day: a competence that ran out before it does not count. */
export const nurseView = ({ competences, ...nurse }: KeptNurse, day: Day): NurseView => ({
  ...nurse,
  competences: competences.map((each) => ({ ...each, valid: each.validUntil >= day })),
});
