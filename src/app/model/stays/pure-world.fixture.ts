import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Claim, PlaceState } from '#modules/capacity/types.ts';
import type { Course, Extension } from '#modules/stay/types.ts';
import { BEDS, homeOf } from './acts.fixture.ts';
import { ZONE } from './oracle.fixture.ts';
import * as rows from './pure-beds.fixture.ts';
import {
  type Done,
  ourStays,
  type PureStay,
  type PureStays,
  type StayDecisions,
} from './pure-beds.fixture.ts';
import { handOver, passWhenGone } from './pure-handover.fixture.ts';
import type { Care, Command, HandoverFact, Section, Truth, World } from './world.fixture.ts';

const arrive = (house: PureStays, person: number): Done => {
  const claim = rows.planOf(house, person);
  if (claim === undefined) return refuse({ code: 'request-unknown' });
  const others = rows.on(house, Number(claim.placeId));
  const arrived = house.decide.decideArrive(claim, { others, freeSince: null }, house.now, house.now);
  if (!arrived.ok) return arrived;
  rows.put(house, arrived.value.claim);
  const home = homeOf(Number(claim.placeId));
  const fromDay = localDay(house.now, ZONE);
  const course: Course = { fromDay, product: claim.product as Care, pathwayVersion: 1, at: house.now };
  const stay: PureStay = {
    ...{ id: `stay-${++house.made}`, person, home, arrivedAt: house.now, claimId: claim.id },
    ...{ courses: [course], extensions: [], absences: [], endedAt: null, destination: null, handovers: [] },
  };
  house.stays.push(stay);
  rows.passCare(house, { person, by: home, doctor: 'dr. Oefen' }, null);
  rows.keepWithin(house, stay);
  return ok(null);
};

const cancel = (house: PureStays, person: number): Done => {
  const claim = rows.planOf(house, person);
  if (claim === undefined) return refuse({ code: 'request-unknown' });
  if (house.decide.frees) rows.put(house, { ...claim, releasedAt: house.now });
  const mine = rows.responsible(house, person);
  // The practice was responsible because it asked.
  if (mine?.by === 'gp' && mine.doctor === null) rows.endCare(house, person, house.now);
  return ok(null);
};

const move = (house: PureStays, stay: PureStay, claim: Claim, bed: number): Done => {
  const target = { placeId: String(bed), claims: rows.on(house, bed) };
  const ids = { claimId: `claim-${++house.made}` };
  const moved = house.decide.decideMove(claim, target, ids, house.now);
  if (!moved.ok) return moved;
  for (const lost of moved.value.displaced) rows.put(house, { ...lost, displacedAt: house.now });
  rows.put(house, moved.value.left);
  house.claims.push(moved.value.entered);
  stay.claimId = moved.value.entered.id;
  return ok(null);
};

const depart = (house: PureStays, stay: PureStay, claim: Claim, { to, ago }: Of<'depart'>): Done => {
  const left = house.decide.decideDepart(claim, house.now - ago, house.now);
  if (!left.ok) return left;
  rows.put(house, left.value);
  Object.assign(stay, { endedAt: Math.max(left.value.during.until, stay.arrivedAt), destination: to });
  stay.absences = stay.absences.map((each) => ({ ...each, backAt: each.backAt ?? stay.endedAt }));
  if (to === 'died' || !house.decide.keepsCare) rows.endCare(house, stay.person, stay.endedAt ?? house.now);
  const newest = stay.handovers.at(-1);
  if (to === 'died' && newest !== undefined) newest.state = 'revoked';
  passWhenGone(house, stay);
  return ok(null);
};

type Of<D extends Command['do']> = Extract<Command, { do: D }>;

const extend = (house: PureStays, stay: PureStay, { on, role }: Of<'extend'>): Done => {
  const { lastDay, pathway } = rows.lengthOf(house, stay);
  const today = localDay(house.now, ZONE);
  const wanted = { untilDay: on, role };
  const may = house.decide.decideExtension({ lastDay, roles: pathway.roles, today }, wanted);
  if (!may.ok) return may;
  const extension: Extension = { ...wanted, id: 'x', reason: 'x', decidedBy: 'x', at: house.now };
  const before = stay.extensions;
  stay.extensions = [...before, extension];
  const expected = rows.expectOn(house, stay, on);
  if (!expected.ok) stay.extensions = before;
  return expected;
};

const changeCare = (house: PureStays, stay: PureStay, care: Care): Done => {
  if (stay.courses.at(-1)?.product === care) return refuse({ code: 'same-care' });
  const course = { fromDay: localDay(house.now, ZONE), product: care, pathwayVersion: 1, at: house.now };
  stay.courses = [...stay.courses, course];
  rows.keepWithin(house, stay);
  return ok(null);
};

const absent = (house: PureStays, stay: PureStay, command: Command): Done => {
  const { absences } = stay;
  if (command.do === 'away') {
    const wanted = {
      id: `away-${++house.made}`,
      reason: 'leave',
      leftAt: house.now,
      expectedBack: null,
    } as const;
    const away = house.decide.decideAway(stay, absences, wanted, house.now);
    if (away.ok) stay.absences = [...absences, away.value];
    return away;
  }
  const back = house.decide.decideBack(absences, house.now, house.now);
  if (back.ok) stay.absences = absences.map((each) => (each.id === back.value.id ? back.value : each));
  return back;
};

const onStay = (house: PureStays, stay: PureStay, command: Command): Done => {
  const handed = handOver(house, stay, command);
  if (handed !== null) return handed;
  const claim = house.claims.find(({ id }) => id === stay.claimId) as Claim;
  if (command.do === 'move') return move(house, stay, claim, command.bed);
  if (command.do === 'depart') return depart(house, stay, claim, command);
  if (stay.endedAt !== null) return refuse({ code: 'stay-over' });
  if (command.do === 'expect') return rows.expectOn(house, stay, command.on);
  if (command.do === 'extend') return extend(house, stay, command);
  return command.do === 'care' ? changeCare(house, stay, command.care) : absent(house, stay, command);
};

const perform = (house: PureStays, command: Command): Done => {
  if (command.do === 'ask') return rows.plan(house, command.person, command.bed, command.care);
  if (command.do === 'arrive') return arrive(house, command.person);
  if (command.do === 'cancel') return cancel(house, command.person);
  const stay = rows.stayOf(house, command.person);
  return stay === undefined ? refuse({ code: 'stay-unknown' }) : onStay(house, stay, command);
};

const textsOf = (written: rows.PureHandover['written']): Partial<Record<Section, string>> =>
  Object.fromEntries(Object.entries(written).map(([section, { text }]) => [section, text]));

const stayFacts = ({ stays }: PureStays): Truth['stays'] =>
  stays.map((stay) => ({
    ...{ id: stay.id, person: stay.person, home: stay.home, arrivedAt: stay.arrivedAt },
    ...{ arrivedDay: localDay(stay.arrivedAt, ZONE), endedAt: stay.endedAt, destination: stay.destination },
    care: stay.courses.at(-1)?.product ?? '',
    isAway: stay.absences.some(({ backAt }) => backAt === null),
    extended: stay.extensions.map(({ untilDay }) => untilDay),
    handovers: stay.handovers.map(
      ({ id, state, written, sent, newest }): HandoverFact => ({
        ...{ id, state, sent, written: textsOf(written), newest: textsOf(newest) },
      }),
    ),
  }));

const truthOf = (house: PureStays): Truth => ({
  stays: stayFacts(house),
  beds: Array.from({ length: BEDS }, (_, bed) => rows.on(house, bed)).flatMap((claims, bed) =>
    claims.map(({ subject, arrivedAt, during }) => ({
      ...{ bed, person: Number(subject), here: arrivedAt !== null, from: during.from, until: during.until },
    })),
  ),
  left: house.claims.flatMap(({ placeId, leftAt, during }) =>
    leftAt === null ? [] : [{ bed: Number(placeId), at: leftAt, until: during.until }],
  ),
  care: house.care,
});

const stateOf = (house: PureStays, bed: number): PlaceState => {
  const claims = rows.on(house, bed);
  if (claims.some(({ arrivedAt }) => arrivedAt !== null)) return 'occupied';
  return claims.length > 0 ? 'held' : 'free';
};

/** The house without a machine; `decide` may hold a wrong decision, to see it found. */
export const openPureStays = (start: Instant, decide: StayDecisions = ourStays): World => {
  const house: PureStays = { decide, now: start, made: 0, claims: [], stays: [], care: [] };
  return {
    async perform(command) {
      const done = perform(house, command);
      return done.ok ? null : done.refusal.code;
    },
    look: async () => structuredClone(truthOf(house)),
    board: async () => Array.from({ length: BEDS }, (_, bed) => stateOf(house, bed)),
    setClock(to) {
      house.now = to;
    },
  };
};
