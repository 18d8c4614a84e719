import type { Instant } from '#kernel/interval.ts';
import type { ConsentGiver } from './types-consent.ts';

/** What somebody is to the person, in the words in which the person reads who looked. */
export const KINSHIPS = [
  'partner',
  'daughter',
  'son',
  'sister',
  'brother',
  'grandchild',
  'friend',
  'neighbour',
  'other',
] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** The one relative who reads along with the stay, on the yes of the person. */
export interface Relative {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly relation: Kinship;
  readonly email: string | null;
  readonly saidBy: ConsentGiver;
  readonly saidAt: Instant;
  readonly revokedAt: Instant | null;
}

/** A relative as they are asked along. */
export type Invitation = Pick<Relative, 'name' | 'relation' | 'email' | 'saidBy'>;

/** Who came in by a personal link: the person, or with `relativeId` their relative. */
export interface Visitor {
  readonly personId: string;
  readonly relativeId: string | null;
  readonly until: Instant;
}
