import { asking } from '#app/api-house.fixture.ts';
import type { SmallRegion } from '#demo/small.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import type { Command } from './world.fixture.ts';

/** A command as it crosses HTTP. */
export interface Crossing {
  readonly who: Professional;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
  readonly version?: number;
}

/** Citizen service numbers that pass their test and are nobody's. */
const NUMBERS = ['999990007', '999990019', '999990020'] as const;

const iso = (at: Instant): string => new Date(at).toISOString();
const isoOr = <T>(at: Instant | null, otherwise: T): string | T => (at === null ? otherwise : iso(at));

type ByAsker = Extract<
  Command,
  {
    do:
      | 'send'
      | 'hold'
      | 'release'
      | 'offer'
      | 'withdraw'
      | 'askAgain'
      | 'decline'
      | 'choose'
      | 'plan'
      | 'notArrived'
      | 'close';
  }
>;
type ByWard = Exclude<Command, ByAsker>;

const send = (command: Extract<Command, { do: 'send' }>): unknown => {
  const person = {
    name: 'Oefen Persoon',
    birthDate: '1941-05-02',
    sex: 'female',
    bsn: NUMBERS[command.person],
  };
  const reason = command.product === 'wlz-crisis' ? 'crisis' : 'recovery';
  const urgency = command.crisis ? 'crisis' : 'today';
  return asking(command.places, { person, reason, urgency, wantedFrom: iso(command.from) });
};

/** What who asked says to an answer. */
const BACK = { withdraw: 'withdraw', askAgain: 'ask-again', decline: 'decline', choose: 'choose' } as const;

const byAsker = (command: ByAsker): Pick<Crossing, 'path' | 'body'> => {
  if (command.do === 'send') return { path: '/requests', body: send(command) };
  if (command.do === 'hold') {
    const { place: placeId, product, from } = command;
    return { path: '/holds', body: { placeId, product, from: iso(from) } };
  }
  if (command.do === 'release') return { path: `/holds/${command.claim}/release`, body: {} };
  if ('offer' in command) return { path: `/offers/${command.offer}/${BACK[command.do]}`, body: {} };
  const request = `/requests/${command.request}`;
  if (command.do === 'offer')
    return { path: `${request}/offers`, body: { placeId: command.place, hold: command.hold } };
  if (command.do === 'plan') return { path: `${request}/plan`, body: { arrivalFrom: iso(command.from) } };
  if (command.do === 'notArrived') return { path: `${request}/not-arrived`, body: {} };
  return { path: `${request}/close`, body: { reason: 'withdrawn', code: 'mistake' } };
};

const onClaim = (
  command: Extract<Command, { version: number }>,
): Pick<Crossing, 'path' | 'body'> & { version: number } => {
  const { version } = command;
  const claim = `/claims/${command.claim}`;
  if (command.do === 'move') return { path: `${claim}/move`, body: { placeId: command.place }, version };
  if (command.do === 'depart') {
    const body = { at: iso(command.at), destination: 'home', cleaningMinutes: command.cleaning };
    return { path: `${claim}/departure`, body, version };
  }
  const body = { until: iso(command.until), latest: isoOr(command.latest, null) };
  return { path: `${claim}/expected-end`, body, version };
};

/** An answer of the ward, or an arrival. */
const onRoute = (
  command: Extract<Command, { do: 'read' | 'refuse' | 'accept' | 'alternative' | 'arrive' }>,
): Pick<Crossing, 'path' | 'body'> => {
  if (command.do === 'arrive')
    return { path: `/requests/${command.request}/arrival`, body: { at: iso(command.at) } };
  const offer = `/offers/${command.offer}`;
  if (command.do === 'read') return { path: `${offer}/read`, body: {} };
  if (command.do === 'alternative')
    return { path: `${offer}/alternative`, body: { from: iso(command.from) } };
  if (command.do === 'refuse') return { path: `${offer}/refuse`, body: { code: 'no-staff' } };
  const { place, from } = command;
  const placeId = place === null ? {} : { placeId: place };
  const arrivalFrom = from === null ? {} : { arrivalFrom: iso(from) };
  const extra = command.extra ? { extra: { reason: 'het kan niet wachten' } } : {};
  return { path: `${offer}/accept`, body: { doctor: 'dr. Oefen', ...placeId, ...arrivalFrom, ...extra } };
};

/** What the ward says of its beds as a whole. */
const onUnit = (
  command: Extract<Command, { do: 'closeBeds' | 'openBeds' | 'staff' | 'confirm' }>,
  unitId: string,
): Pick<Crossing, 'path' | 'body'> => {
  if (command.do === 'openBeds') return { path: `/closures/${command.closure}/end`, body: {} };
  if (command.do === 'confirm') return { path: `/units/${unitId}/confirmations`, body: {} };
  if (command.do === 'staff') {
    const { day, halfDay, staffed } = command;
    return { path: `/units/${unitId}/staffing`, body: { day, halfDay, staffed } };
  }
  const { place: placeId, from, until } = command;
  const body = { placeId, reason: 'other', from: iso(from), until: iso(until) };
  return { path: `/units/${unitId}/closures`, body };
};

const byWard = (command: ByWard, unitId: string): Omit<Crossing, 'who' | 'method'> => {
  if ('version' in command) return onClaim(command);
  return 'offer' in command || 'request' in command ? onRoute(command) : onUnit(command, unitId);
};

const ASKERS: readonly string[] = [
  'send',
  'hold',
  'release',
  'offer',
  'withdraw',
  'askAgain',
  'decline',
  'choose',
  'plan',
  'notArrived',
  'close',
];
const isByAsker = (command: Command): command is ByAsker => ASKERS.includes(command.do);

/** Who does it and how it is asked over HTTP. */
export const crossingOf = (command: Command, small: SmallRegion): Crossing => {
  if (isByAsker(command)) return { who: small.gp, method: 'POST', ...byAsker(command) };
  const method = command.do === 'staff' ? 'PUT' : 'POST';
  return { who: small.wards[command.unit], method, ...byWard(command, small.units[command.unit]) };
};
