import type { Instant } from '#kernel/interval.ts';
import { HOUR } from '#kernel/interval.ts';
import type { OrderLine } from '#modules/day-treatment/contract.ts';

/** Under which head an order stands, in this order. */
export const GROUPS = ['look', 'sign', 'running', 'stopped', 'done'] as const;
export type Group = (typeof GROUPS)[number];

/** Where an order belongs: among what runs, what went differently comes before all else, also when it was the last visit. */
const groupOf = ({ state, noticed }: OrderLine, ended: boolean): Group => {
  if (noticed !== null && !ended) return 'look';
  if (state === 'stopped' || state === 'done') return state;
  return state === 'draft' ? 'sign' : 'running';
};

/** The orders under their heads; a head without orders is not there. `ended`: the list of what is over. */
export const grouped = (
  orders: readonly OrderLine[],
  ended: boolean,
): { group: Group; orders: OrderLine[] }[] => {
  const groups = Object.groupBy(orders, (order) => groupOf(order, ended));
  return GROUPS.flatMap((group) => {
    const own = groups[group] ?? [];
    return own.length === 0 ? [] : [{ group, orders: own }];
  });
};

/** Letters as they are searched: without capitals and accents. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** The orders of whom every typed word is in the name, or in the code people say on the phone. */
export const found = (orders: readonly OrderLine[], typed: string): readonly OrderLine[] => {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return orders.filter(({ person, code }) => {
    const text = plain(`${person?.name ?? ''} ${code}`);
    return words.every((word) => text.includes(word));
  });
};

/** Whoever has an order here, each once, by name. */
export const peopleIn = (orders: readonly OrderLine[]): { id: string; name: string }[] => {
  const known = new Map(orders.flatMap(({ person }) => (person === null ? [] : [[person.id, person]])));
  return [...known.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
};

/** A reaction is called about on the day itself; afterwards it is read. */
const URGENT = 12 * HOUR;

/** Who reacted so lately that the specialist is called, or calls. */
export const reacting = (orders: readonly OrderLine[], now: Instant): OrderLine[] =>
  orders.filter(({ noticed }) => noticed?.kind === 'reacted' && now - Date.parse(noticed.at) < URGENT);
