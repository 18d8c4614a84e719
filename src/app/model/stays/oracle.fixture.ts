import { type Day, instantOf, localDay, plusDays, plusMonths } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { homeOf } from './acts.fixture.ts';
import type { Act, Care, Command, HandoverFact, Receiver, Section } from './world.fixture.ts';

export const ZONE = 'Europe/Amsterdam';
const LEAVE_AT = 10 * 60 + 30;

/** A stay as the model remembers it, in a few words. */
export interface Staying {
  readonly home: 0 | 1;
  bed: number;
  /** On this bed since. */
  since: Instant;
  readonly arrivedAt: Instant;
  readonly arrivedDay: Day;
  care: Care;
  /** From which day the length counts. */
  counted: Day;
  extended: Day | null;
  /** Who was over the last day already when the care changed may be expected later, until somebody decides. */
  beyond: boolean;
  away: boolean;
  endedAt: Instant | null;
  died: boolean;
  handover: {
    state: HandoverFact['state'];
    to: Receiver;
    readonly written: Partial<Record<Section, string>>;
  } | null;
}

/** What somebody is to the model. */
export interface Somebody {
  plan: { readonly bed: number; readonly care: Care } | null;
  stay: Staying | null;
  /** Who is responsible now: a home, the practice, null for nobody in the region. */
  by: number | 'gp' | null;
  /** The practice is responsible because it asked, and no longer than it asks. */
  byAsking: boolean;
}

/** What the house should be, in a few words. */
export interface Model {
  now: Instant;
  readonly people: readonly Somebody[];
}

/** Nobody is there yet. */
export const openModel = (now: Instant): Model => ({
  now,
  people: [0, 1, 2].map(() => ({ plan: null, stay: null, by: null, byAsking: false })),
});

/** How long each care may be, by the agreements of the region; counted on the calendar. */
const LAST: Readonly<Record<Care, (from: Day) => Day>> = {
  'reo-observation': (from) => plusDays(from, 8),
  'wlz-crisis': (from) => plusDays(from, 13),
  'elv-high': (from) => plusMonths(from, 3),
};

/** Which doctor may decide that somebody stays longer. */
const DECIDES: Readonly<Record<Care, readonly string[]>> = {
  'reo-observation': ['gp', 'elderly-doctor'],
  'wlz-crisis': ['elderly-doctor'],
  'elv-high': ['elderly-doctor'],
};

/** The last day somebody may stay. */
export const lastDay = ({ care, counted, extended }: Staying): Day => {
  const own = LAST[care](counted);
  return extended !== null && extended > own ? extended : own;
};

/** Who is there now. */
export const here = ({ people }: Model): Staying[] =>
  people.flatMap(({ stay }) => (stay !== null && stay.endedAt === null ? [stay] : []));

const planned = ({ people }: Model): number[] =>
  people.flatMap(({ plan }) => (plan === null ? [] : [plan.bed]));

type Verdict = 'must' | 'must-not' | 'may';
type Of<D extends Command['do']> = Extract<Command, { do: D }>;
const when = (yes: boolean): Verdict => (yes ? 'must' : 'must-not');

const isFree = (model: Model, bed: number): boolean =>
  ![...planned(model), ...here(model).map((stay) => stay.bed)].includes(bed);

const HANDING: readonly string[] = ['write', 'send', 'confirm', 'phone', 'revoke'];

type About = Exclude<Act, { do: 'clock' }>;

const aboutStay = (
  stay: Staying,
  act: Exclude<About, { do: 'ask' | 'arrive' | 'cancel' }>,
): Command | null => {
  const { person } = act;
  if (act.do === 'expect') return { do: 'expect', person, on: plusDays(stay.arrivedDay, act.day - 1) };
  if (act.do === 'extend')
    return { do: 'extend', person, role: act.role, on: plusDays(lastDay(stay), act.days) };
  if (act.do === 'move') return homeOf(act.bed) === stay.home && act.bed !== stay.bed ? act : null;
  return stay.handover === null && act.do !== 'write' && HANDING.includes(act.do) ? null : act;
};

/** Who loses a planned bed to whom is told in the histories of beds. */
const takesPlan = (model: Model, act: About): boolean =>
  act.do === 'move' && planned(model).includes(act.bed);

/** The act as a command about what there is now; null when it would be about nothing. */
export const commandOf = (model: Model, act: About): Command | null => {
  const { plan, stay } = model.people[act.person] as Somebody;
  if (act.do === 'ask')
    return plan === null && (stay === null || stay.endedAt !== null) && isFree(model, act.bed) ? act : null;
  if (act.do === 'arrive' || act.do === 'cancel') return plan === null ? null : act;
  // A new way has begun: what the last one was about is another history.
  return stay === null || plan !== null || takesPlan(model, act) ? null : aboutStay(stay, act);
};

const onExtend = (model: Model, stay: Staying, { on, role }: Of<'extend'>): Verdict => {
  const today = localDay(model.now, ZONE);
  const last = lastDay(stay);
  const furthest = plusMonths(last > today ? last : today, 3);
  const may = DECIDES[stay.care].includes(role) && on > last && on >= today && on <= furthest;
  // Who came or moved later on the day they would have to leave cannot be expected before that.
  return may && instantOf(on, LEAVE_AT, ZONE) <= stay.since ? 'may' : when(may);
};

/** Which acts a handover in this state can have, and in which relation to where somebody is. */
const CAN: Readonly<Record<string, (handover: NonNullable<Staying['handover']>, stay: Staying) => boolean>> =
  {
    send: ({ state }) => state === 'draft' || state === 'sent',
    confirm: ({ state, to }) => state === 'sent' && to !== 'outside',
    phone: ({ state, to }) => state === 'sent' && to === 'outside',
    revoke: ({ state }, { endedAt }) => state !== 'revoked' && (state !== 'received' || endedAt === null),
  };

const onWrite = ({ handover, died }: Staying, { to }: Of<'write'>): boolean =>
  !died && handover?.state !== 'received' && (handover?.state !== 'sent' || handover.to === to);

const onHandover = (stay: Staying, command: Command): Verdict => {
  if (command.do === 'write') return when(onWrite(stay, command));
  return when(stay.handover !== null && CAN[command.do]?.(stay.handover, stay) === true);
};

const onBed = (model: Model, stay: Staying, command: Command): Verdict | null => {
  if (command.do === 'move') {
    if (here(model).some(({ bed }) => bed === command.bed)) return 'must-not';
    return stay.away ? 'may' : 'must';
  }
  return command.do === 'depart' ? when(model.now - command.ago >= stay.since) : null;
};

const onStay = (model: Model, stay: Staying, command: Command): Verdict => {
  if (HANDING.includes(command.do)) return onHandover(stay, command);
  if (stay.endedAt !== null) return 'must-not';
  switch (command.do) {
    case 'expect':
      return when(command.on <= lastDay(stay) && instantOf(command.on, LEAVE_AT, ZONE) > stay.since);
    case 'extend':
      return onExtend(model, stay, command);
    case 'away':
      return when(!stay.away);
    case 'back':
      return when(stay.away);
    case 'care':
      return when(stay.care !== command.care);
    default:
      return onBed(model, stay, command) ?? 'may';
  }
};

/** What must become of a command, by the rules of the model alone. */
export const verdictOn = (model: Model, command: Command): Verdict => {
  const who = model.people[command.person] as Somebody;
  if (['ask', 'arrive', 'cancel'].includes(command.do)) return 'must';
  return who.stay === null ? 'must-not' : onStay(model, who.stay, command);
};
