import type { z } from 'zod';
import type { DayRooms, TreatmentList } from '#modules/day-treatment/contract.ts';
import type { RegionView } from '#modules/region/contract.ts';
import type { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import type { OrderChoices } from './OrderFields.tsx';
import type { Orderable } from './order-draft.ts';
import { useOrderList } from './use-order-list.ts';
import type { House } from './WhereFields.tsx';

/** What the form lets one choose; null while it is being read. */
export interface ChoicesRead {
  readonly choices: OrderChoices | null;
  readonly error: Problem | null;
  readonly refetch: () => Promise<unknown>;
}

const byName = (houses: readonly House[]): House[] =>
  [...new Map(houses.map((house) => [house.id, house])).values()].sort((a, b) =>
    a.name.localeCompare(b.name, 'nl'),
  );

/** Treatments that are signed, houses with a room, practices of the region, and whom the hospital knows already. */
export const useOrderChoices = (): ChoicesRead => {
  const treatments = useRead<TreatmentList>('/api/v1/treatments', ['day-order', 'region']);
  const rooms = useRead<DayRooms>('/api/v1/day-rooms', ['region']);
  const region = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  const { orders } = useOrderList('own');
  const [known, houses, directory] = [treatments.data, rooms.data, region.data];
  const reads = [treatments, rooms, region];
  const choices =
    known === undefined || houses === undefined || directory === undefined
      ? null
      : {
          treatments: known.body.treatments.flatMap(({ code, now, usual }): Orderable[] =>
            now === null ? [] : [{ code, body: now.body, usual }],
          ),
          sites: byName(houses.body.rooms.map(({ house }) => house)),
          practices: byName(directory.body.organisations.filter(({ kind }) => kind === 'gp')),
          orders: orders ?? [],
        };
  return {
    choices,
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
};
