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
  { do: 'send' | 'hold' | 'release' | 'offer' | 'withdraw' | 'plan' | 'notArrived' | 'close' }
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
  return asking(command.places, { person, reason, wantedFrom: iso(command.from) });
};

const byAsker = (command: ByAsker): Pick<Crossing, 'path' | 'body'> => {
  switch (command.do) {
    case 'send':
      return { path: '/requests', body: send(command) };
    case 'hold': {
      const { place: placeId, product, from } = command;
      return { path: '/holds', body: { placeId, product, from: iso(from) } };
    }
    case 'release':
      return { path: `/holds/${command.claim}/release`, body: {} };
    case 'offer':
      return {
        path: `/requests/${command.request}/offers`,
        body: { placeId: command.place, hold: command.hold },
      };
    case 'withdraw':
      return { path: `/offers/${command.offer}/withdraw`, body: {} };
    case 'plan':
      return { path: `/requests/${command.request}/plan`, body: { arrivalFrom: iso(command.from) } };
    case 'notArrived':
      return { path: `/requests/${command.request}/not-arrived`, body: {} };
    case 'close':
      return { path: `/requests/${command.request}/close`, body: { reason: 'withdrawn' } };
  }
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

const byWard = (command: ByWard, unitId: string): Omit<Crossing, 'who' | 'method'> => {
  if ('version' in command) return onClaim(command);
  switch (command.do) {
    case 'read':
      return { path: `/offers/${command.offer}/read`, body: {} };
    case 'refuse':
      return { path: `/offers/${command.offer}/refuse`, body: { code: 'no-staff' } };
    case 'accept': {
      const { place, from } = command;
      const chosen = {
        ...(place === null ? {} : { placeId: place }),
        ...(from === null ? {} : { arrivalFrom: iso(from) }),
      };
      return { path: `/offers/${command.offer}/accept`, body: { doctor: 'dr. Oefen', ...chosen } };
    }
    case 'arrive':
      return { path: `/requests/${command.request}/arrival`, body: { at: iso(command.at) } };
    case 'closeBeds': {
      const { place: placeId, from, until } = command;
      return {
        path: `/units/${unitId}/closures`,
        body: { placeId, reason: 'other', from: iso(from), until: iso(until) },
      };
    }
    case 'openBeds':
      return { path: `/closures/${command.closure}/end`, body: {} };
    case 'staff': {
      const { day, halfDay, staffed } = command;
      return { path: `/units/${unitId}/staffing`, body: { day, halfDay, staffed } };
    }
    case 'confirm':
      return { path: `/units/${unitId}/confirmations`, body: {} };
  }
};

const ASKERS: readonly string[] = [
  'send',
  'hold',
  'release',
  'offer',
  'withdraw',
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
