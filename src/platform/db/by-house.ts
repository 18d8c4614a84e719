import type { Acting } from './database.ts';

/**
 * The parts of the house that act when nobody does; row-level security opens to some of them by name.
 * @internal
 */
export const HOUSE_PARTS = [
  'accounts',
  'book',
  'cli',
  'doctor',
  'door',
  'health',
  'holds',
  'link',
  'messenger',
  'neighbours',
  'picture',
  'review',
  'sealer',
  'search',
  'start',
  'system',
  'tailer',
  'tower',
] as const;

type HousePart = (typeof HOUSE_PARTS)[number];

/** In the name of a part of the house; without an organisation it sees nothing that is protected. */
export const byHouse = (part: HousePart, organisationId: string | null = null): Acting => ({
  actor: part,
  organisationId,
});
