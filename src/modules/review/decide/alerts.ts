import { localTime } from '#kernel/calendar.ts';
import type { Alert, AlertRule, Look, Looker, Seen } from '#modules/review/types.ts';

/** Different people one somebody looks at in a day; a desk on a busy day stays below. */
const MOST_PEOPLE_A_DAY = 60;
/** Names that half a village bears say nothing by themselves. */
const COMMON = new Set([
  'jansen',
  'devries',
  'vandenberg',
  'bakker',
  'visser',
  'smit',
  'meijer',
  'mulder',
  'deboer',
  'bos',
]);
const NIGHT = { from: 23 * 60, until: 6 * 60 } as const;

/** What the rules know beside the looks themselves. */
export interface Known {
  readonly lookers: ReadonlyMap<string, Looker>;
  readonly seen: ReadonlyMap<string, Seen>;
  readonly zone: string;
}

const bare = (surname: string): string => surname.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

const sameSurname = (looker: Looker | undefined, seen: Seen): boolean => {
  if (looker?.surname === undefined || looker.surname === null) return false;
  const name = bare(looker.surname);
  return name !== '' && name === bare(seen.surname) && !COMMON.has(name);
};

/** A postcode alone is half a town: it counts together with a look that no care explains. */
const samePostcode = (look: Look, looker: Looker | undefined, seen: Seen): boolean =>
  looker?.pc4 !== undefined && looker.pc4 !== null && looker.pc4 === seen.pc4 && !TREATING.has(look.ground);

const TREATING: ReadonlySet<string> = new Set(['treatment', 'referral', 'triage', 'offer', 'own']);

const isNight = (look: Look, zone: string): boolean => {
  const { minutes } = localTime(look.at, zone);
  return minutes >= NIGHT.from || minutes < NIGHT.until;
};

const rulesOf = (look: Look, { lookers, seen: people, zone }: Known): AlertRule[] => {
  const looker = lookers.get(look.actor);
  const seen = look.personId === null ? undefined : people.get(look.personId);
  const rules: readonly [AlertRule, boolean][] = [
    ['break-glass', look.ground === 'break-glass'],
    ['no-relation', look.ground === 'none' && look.outcome === 'done' && look.personId !== null],
    ['colleague', seen?.colleague === true],
    ['same-surname', seen !== undefined && sameSurname(looker, seen)],
    ['same-postcode', seen !== undefined && samePostcode(look, looker, seen)],
    ['odd-hour', look.personId !== null && looker?.roundTheClock === false && isNight(look, zone)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
};

/** Who looked at more different people in one local day than work explains, with those looks. */
const inVolume = (looks: readonly Look[], zone: string): Alert[] => {
  const days = new Map<string, Look[]>();
  for (const look of looks) {
    if (look.personId === null) continue;
    const key = `${look.actor} ${localTime(look.at, zone).day}`;
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

/**
 * Looks that somebody must judge. One somebody at one person is one alert, with every rule that held. A machine only
 * asks; whether it was right, a person says.
 */
export const alertsIn = (looks: readonly Look[], known: Known): Alert[] => {
  const alerts = new Map<string, { rules: Set<AlertRule>; looks: string[]; look: Look }>();
  for (const look of looks) {
    const rules = rulesOf(look, known);
    if (rules.length === 0) continue;
    const key = `${look.actor} ${look.personId}`;
    const alert = alerts.get(key) ?? { rules: new Set(), looks: [], look };
    alerts.set(key, alert);
    for (const rule of rules) alert.rules.add(rule);
    alert.looks.push(look.id);
  }
  return [
    ...[...alerts.values()].map(({ rules, looks: ids, look }) => ({
      actor: look.actor,
      personId: look.personId,
      rules: [...rules],
      looks: ids,
    })),
    ...inVolume(looks, known.zone),
  ];
};
