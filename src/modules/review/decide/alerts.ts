import { type LocalTime, localTime } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { About, Alert, AlertRule, Likeness, Look, Looker } from '#modules/review/types.ts';

/** Different people one somebody looks at in a day; a desk on a busy day stays below. */
const MOST_PEOPLE_A_DAY = 60;
/** Surnames that half a village bears, without prefix: they say nothing by themselves. */
export const COMMON_SURNAMES: readonly string[] = [
  'jansen',
  'janssen',
  'vries',
  'berg',
  'dijk',
  'bakker',
  'visser',
  'smit',
  'meijer',
  'mulder',
  'boer',
  'bos',
];
const NIGHT = { from: 23 * 60, until: 6 * 60 } as const;

/** What the rules know beside the looks themselves. */
export interface Known {
  readonly lookers: ReadonlyMap<string, Looker>;
  /** What who looked and who was seen share; undefined when nothing is known of one of them. */
  readonly alike: (actor: string, personId: string) => Likeness | undefined;
  /** Looks a person asked about themselves. */
  readonly asked: ReadonlySet<string>;
  readonly zone: string;
}

/** Care explains the look: half a town shares a postcode, so it counts only together with a look nothing explains. */
const TREATING: ReadonlySet<string> = new Set(['treatment', 'referral', 'triage', 'offer', 'own']);

/** Reads the clock on the wall once a quarter of an hour, not once a look: a busy month has fifty thousand of them. */
const wallClock = (zone: string): ((at: Instant) => LocalTime) => {
  const read = new Map<number, LocalTime>();
  return (at) => {
    const quarter = Math.floor(at / (15 * MINUTE));
    const known = read.get(quarter) ?? localTime(quarter * 15 * MINUTE, zone);
    read.set(quarter, known);
    return known;
  };
};
type Clock = ReturnType<typeof wallClock>;

/** The night begins and ends at a whole quarter, and so does every day. */
const isNight = (look: Look, clock: Clock): boolean => {
  const { minutes } = clock(look.at);
  return minutes >= NIGHT.from || minutes < NIGHT.until;
};

const rulesOf = (look: Look, known: Known, clock: Clock): AlertRule[] => {
  if (look.personId === null || look.outcome === 'refused') return [];
  const like = known.alike(look.actor, look.personId);
  const rules: readonly [AlertRule, boolean][] = [
    ['break-glass', look.ground === 'break-glass'],
    ['no-relation', look.ground === 'none'],
    ['colleague', like?.colleague === true],
    ['same-surname', like?.surname === true],
    ['same-postcode', like?.postcode === true && !TREATING.has(look.ground)],
    ['odd-hour', known.lookers.get(look.actor)?.roundTheClock === false && isNight(look, clock)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
};

/** One somebody at one person is one alert, with every rule that held and every look for which one did. */
const perPair = (looks: readonly Look[], rules: (look: Look) => readonly AlertRule[]): Alert[] => {
  const alerts = new Map<string, { rules: Set<AlertRule>; looks: string[]; look: Look }>();
  for (const look of looks) {
    const held = rules(look);
    if (held.length === 0) continue;
    const key = `${look.actor} ${look.personId}`;
    const alert = alerts.get(key) ?? { rules: new Set(), looks: [], look };
    alerts.set(key, alert);
    for (const rule of held) alert.rules.add(rule);
    alert.looks.push(look.id);
  }
  return [...alerts.values()].map(({ rules: all, looks: ids, look }) => ({
    ...{ actor: look.actor, personId: look.personId },
    ...{ rules: [...all], looks: ids },
  }));
};

/** Who looked at more different people in one local day than work explains, with those looks. */
const inVolume = (looks: readonly Look[], clock: Clock): Alert[] => {
  const days = new Map<string, Look[]>();
  for (const look of looks) {
    if (look.personId === null) continue;
    const key = `${look.actor} ${clock(look.at).day}`;
    const known = days.get(key);
    if (known === undefined) days.set(key, [look]);
    else known.push(look);
  }
  return [...days.values()]
    .filter((day) => new Set(day.map(({ personId }) => personId)).size > MOST_PEOPLE_A_DAY)
    .map((day) => ({
      actor: day[0]?.actor ?? '',
      personId: null,
      rules: ['volume'] as const,
      looks: day.map(({ id }) => id),
    }));
};

/** Looks that somebody must judge, with what is asked of them. */
export interface Raised extends Alert {
  readonly about: About;
}

/**
 * Looks that somebody must judge and that stand in no alert yet. A machine only asks; whether it was right, a person says.
 * `told` are the looks that stand in one: of each, what was asked.
 */
export const alertsIn = (
  looks: readonly Look[],
  known: Known,
  told: Readonly<Record<About, ReadonlySet<string>>> = {
    person: new Set(),
    volume: new Set(),
    asked: new Set(),
  },
): Raised[] => {
  const clock = wallClock(known.zone);
  const fresh = looks.filter(({ id }) => !told.person.has(id));
  const asked = looks.filter(({ id }) => known.asked.has(id) && !told.asked.has(id));
  return [
    ...perPair(fresh, (look) => rulesOf(look, known, clock)).map((alert) => ({
      ...alert,
      about: 'person' as const,
    })),
    ...perPair(asked, () => ['asked']).map((alert) => ({ ...alert, about: 'asked' as const })),
    // The whole day counts, also what was told already; only what is new is raised.
    ...inVolume(looks, clock)
      .map((alert) => ({ ...alert, looks: alert.looks.filter((id) => !told.volume.has(id)) }))
      .filter((alert) => alert.looks.length > 0)
      .map((alert) => ({ ...alert, about: 'volume' as const })),
  ];
};
