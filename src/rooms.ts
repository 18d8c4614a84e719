/**
 * The doors of the house: which room may call which others. Everything else travels as an event through the diary
 * and src/app/wiring.ts. A new room is added here first; the checks are made from this list.
 */
export const rooms: Record<string, readonly string[]> = {
  region: [],
  accounts: ['region'],
  people: ['region'],
  capacity: ['region'],
  review: ['region', 'people'],
  placement: ['region', 'people', 'capacity'],
  stay: ['region', 'people', 'capacity', 'placement'],
  'day-treatment': ['region', 'people', 'capacity'],
  social: ['region', 'people'],
  cases: ['region', 'people'],
  outlook: ['region', 'capacity'],
};
