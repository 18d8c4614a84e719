import type { Session } from '#web/api/session.ts';
import { hasPage } from '#web/routes.ts';

/** The rooms one can walk into from the rail. */
export type RoomId =
  | 'board'
  | 'request'
  | 'mine'
  | 'desk'
  | 'ward'
  | 'stay'
  | 'agreement'
  | 'departures'
  | 'waiting'
  | 'advice'
  | 'links'
  | 'hospital'
  | 'teams'
  | 'day-list'
  | 'day-week'
  | 'orders'
  | 'day-list-near'
  | 'social-map'
  | 'first-question'
  | 'review'
  | 'recurring'
  | 'together'
  | 'referrals'
  | 'inbox'
  | 'conversation'
  | 'outlook';

/** One door in the rail. */
export interface Room {
  readonly id: RoomId;
  readonly to: string;
  readonly icon: string;
}

interface Plan {
  readonly id: RoomId;
  readonly icon: string;
  readonly pattern: string;
  readonly to: (session: Session) => string | null;
  readonly roles: readonly string[] | 'all';
}

const ASKING = ['gp', 'gp-assistant', 'transfer-nurse', 'desk'];

/** Who helps at home or by day, and has no beds. */
const TEAM_ORGANISATIONS = ['home-care', 'welfare'];

const PLAN: readonly Plan[] = [
  { id: 'board', icon: 'layout-list', pattern: '/bord', to: () => '/bord', roles: 'all' },
  { id: 'request', icon: 'file-plus-2', pattern: '/aanvraag', to: () => '/aanvraag', roles: ASKING },
  { id: 'mine', icon: 'clock', pattern: '/aanvragen', to: () => '/aanvragen', roles: ASKING.slice(0, 3) },
  { id: 'desk', icon: 'headset', pattern: '/loket', to: () => '/loket', roles: ['desk', 'region-manager'] },
  {
    id: 'ward',
    icon: 'bed',
    pattern: '/afdeling/$unitId',
    to: ({ actor }) => (actor.unit === null ? null : `/afdeling/${actor.unit.id}`),
    roles: ['ward', 'elderly-doctor'],
  },
  {
    id: 'stay',
    icon: 'route',
    pattern: '/verblijf',
    to: () => '/verblijf',
    roles: ['ward', 'elderly-doctor', ...ASKING.slice(0, 3)],
  },
  {
    id: 'hospital',
    icon: 'siren',
    pattern: '/ziekenhuis',
    to: ({ actor }) => (actor.organisation.kind === 'hospital' ? '/ziekenhuis' : null),
    roles: ['transfer-nurse'],
  },
  {
    id: 'teams',
    icon: 'house-plus',
    pattern: '/wijk',
    to: ({ actor }) => (TEAM_ORGANISATIONS.includes(actor.organisation.kind) ? '/wijk' : null),
    roles: ['ward'],
  },
  {
    id: 'day-list',
    icon: 'tablet',
    pattern: '/thuiskamer/dag',
    to: () => '/thuiskamer/dag',
    roles: ['day-nurse'],
  },
  {
    id: 'day-week',
    icon: 'armchair',
    pattern: '/thuiskamer',
    to: () => '/thuiskamer',
    roles: ['day-planner', 'day-nurse'],
  },
  {
    id: 'orders',
    icon: 'clipboard-list',
    pattern: '/opdrachten',
    to: () => '/opdrachten',
    roles: ['specialist'],
  },
  {
    id: 'day-list-near',
    icon: 'list-checks',
    pattern: '/thuiskamer/lijst',
    to: () => '/thuiskamer/lijst',
    roles: ['specialist'],
  },
  {
    id: 'recurring',
    icon: 'refresh-cw',
    pattern: '/terugkerend',
    to: () => '/terugkerend',
    roles: ['gp', 'gp-assistant'],
  },
  {
    id: 'together',
    icon: 'users-round',
    pattern: '/samen',
    to: () => '/samen',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'ward', 'elderly-doctor', 'specialist', 'welfare-worker'],
  },
  {
    id: 'inbox',
    icon: 'inbox',
    pattern: '/binnengekomen',
    to: () => '/binnengekomen',
    roles: ['welfare-worker'],
  },
  {
    id: 'referrals',
    icon: 'send',
    pattern: '/verwijzingen',
    to: () => '/verwijzingen',
    roles: [...ASKING.slice(0, 3), 'welfare-worker'],
  },
  {
    id: 'conversation',
    icon: 'message-circle',
    pattern: '/gesprek',
    to: () => '/gesprek',
    roles: ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'],
  },
  {
    id: 'review',
    icon: 'shield-check',
    pattern: '/nakijken',
    to: () => '/nakijken',
    roles: ['security-officer'],
  },
  { id: 'advice', icon: 'stethoscope', pattern: '/advies', to: () => '/advies', roles: ['elderly-doctor'] },
  {
    id: 'departures',
    icon: 'log-out',
    pattern: '/vertrek',
    to: () => '/vertrek',
    roles: ['desk', 'region-manager'],
  },
  {
    id: 'waiting',
    icon: 'hourglass',
    pattern: '/wachttijd',
    to: () => '/wachttijd',
    roles: ['desk', 'region-manager'],
  },
  {
    id: 'outlook',
    icon: 'chart-spline',
    pattern: '/vooruit',
    to: () => '/vooruit',
    roles: ['desk', 'region-manager'],
  },
  {
    id: 'first-question',
    icon: 'message-circle-question-mark',
    pattern: '/vraag',
    to: () => '/vraag',
    roles: [...ASKING, 'welfare-worker'],
  },
  { id: 'social-map', icon: 'map', pattern: '/sociale-kaart', to: () => '/sociale-kaart', roles: 'all' },
  { id: 'agreement', icon: 'handshake', pattern: '/afspraken', to: () => '/afspraken', roles: 'all' },
  {
    id: 'links',
    icon: 'webhook',
    pattern: '/koppelingen',
    to: () => '/koppelingen',
    roles: ['desk', 'region-manager'],
  },
];

/** The rooms this role works in. What it may do there, the server decides each time again. */
export const roomsFor = (session: Session): Room[] =>
  PLAN.flatMap(({ id, icon, pattern, to, roles }) => {
    const address = to(session);
    const works = roles === 'all' || roles.includes(session.actor.role);
    return works && address !== null && hasPage(pattern) ? [{ id, icon, to: address }] : [];
  });

const FIRST: Readonly<Record<string, RoomId>> = {
  gp: 'request',
  'gp-assistant': 'request',
  'transfer-nurse': 'request',
  desk: 'desk',
  ward: 'ward',
  'elderly-doctor': 'advice',
  'security-officer': 'review',
  'day-nurse': 'day-list',
  'day-planner': 'day-week',
  specialist: 'orders',
  'welfare-worker': 'inbox',
};

/** So many doors stand at the bottom of a phone; the others are behind `Meer`. */
export const IN_BOTTOM_BAR = 3;

/** Where a role begins its day; the board when its own room is not there. */
export const firstRoom = (session: Session): string => {
  const rooms = roomsFor(session);
  const own =
    rooms.find(({ id }) => id === FIRST[session.actor.role]) ?? rooms.find(({ id }) => id === 'teams');
  return (own ?? rooms[0])?.to ?? '/hulp';
};
