import type { Role } from '#modules/region/types.ts';

/** In which relation the caller's organisation stands to what is asked about. */
export type Relation = 'own' | 'desk' | 'offered' | 'accepted' | 'care-team' | 'house' | 'none';

/** One row: what it is about, which roles may, and in which relations; outside them it is as if it were not there. */
export interface Row {
  readonly roles: readonly Role[] | 'open';
  readonly about: About;
  readonly reach: readonly Relation[];
  /** What is no secret (a bed, a ward, a team) says whose it is; what is the desk's alone says that it is not allowed. */
  readonly others?: 'not-yours' | 'not-allowed';
  /** In these relations one knows it, and may not change it. */
  readonly notYours?: readonly Relation[];
  /** In these relations one knows it, and it is not (or not yet) one's turn. */
  readonly noTurn?: readonly Relation[];
}

/** What a row is about. `door`: what opens with something else than a role (a link, a password, a code); `region`: nothing of one organisation or person, the same for everybody who may. */
export type About =
  | 'region'
  | 'desk'
  | 'door'
  | 'request'
  | 'offer'
  | 'document'
  | 'person'
  | 'unit'
  | 'place'
  | 'claim'
  | 'hold'
  | 'closure'
  | 'room'
  | 'team'
  | 'hospital'
  | 'webhook'
  | 'delivery'
  | 'alert'
  | 'stay'
  | 'handover'
  | 'order'
  | 'half-day'
  | 'nurse'
  | 'visit'
  | 'plan'
  | 'service'
  | 'signal'
  | 'case'
  | 'conversation'
  | 'referral';

export const GP: readonly Role[] = ['gp', 'gp-assistant'];
export const ASKERS: readonly Role[] = [...GP, 'transfer-nurse', 'desk'];
export const WARDS: readonly Role[] = ['ward', 'elderly-doctor'];
export const CARERS: readonly Role[] = [...ASKERS, ...WARDS];
/** Who may open somebody, when a relation says so. */
export const OPENING: readonly Role[] = [...CARERS, 'region-manager'];
/** Who orders, gives and plans near home. */
export const DAY: readonly Role[] = ['specialist', 'day-nurse', 'day-planner'];
/** Who judges looks opens nobody; of the region they see what everybody sees. */
export const ALL: readonly Role[] = [...OPENING, ...DAY, 'welfare-worker', 'security-officer'];
/** Who helps with money, living, company and meaning. */
export const WELFARE: readonly Role[] = ['welfare-worker'];
export const OFFICERS: readonly Role[] = ['security-officer'];
export const KEEPERS: readonly Role[] = ['desk', 'region-manager'];
export const LINKERS: readonly Role[] = ['desk', 'region-manager', 'ward'];

export const EVERYBODY: readonly Relation[] = [
  'own',
  'desk',
  'offered',
  'accepted',
  'care-team',
  'house',
  'none',
];
export const ASKING: readonly Relation[] = ['own', 'desk'];
export const PARTY: readonly Relation[] = ['own', 'desk', 'offered', 'accepted', 'care-team'];
export const KNOWING: readonly Relation[] = ['own', 'desk', 'accepted', 'care-team'];
export const ASKED: readonly Relation[] = ['offered', 'accepted', 'care-team'];
export const ADMITTING: readonly Relation[] = ['accepted', 'care-team'];
export const HOUSE: readonly Relation[] = ['house'];
/** Of a stay: the house, the practice that sent somebody and hears of them, and the desk. */
export const STAYING: readonly Relation[] = ['own', 'desk', 'care-team'];
export const TREATING: readonly Relation[] = ['own', 'care-team'];
export const KEEPING: readonly Relation[] = ['care-team'];

export const region = (roles: readonly Role[]): Row => ({ roles, about: 'region', reach: EVERYBODY });
export const request = (
  roles: readonly Role[],
  reach: readonly Relation[],
  noTurn?: readonly Relation[],
): Row => ({
  ...{ roles, about: 'request', reach },
  ...(noTurn === undefined ? {} : { noTurn }),
});
/** A role opens nothing here, and neither does its lack. */
export const door: Row = { roles: 'open', about: 'door', reach: [] };
