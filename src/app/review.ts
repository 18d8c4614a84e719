import type { Instant } from '#kernel/interval.ts';
import { namesForReview } from '#modules/people/index.ts';
import { loadOrganisations, loadProfessionals, REGION_ZONE } from '#modules/region/index.ts';
import type { Organisation, Professional } from '#modules/region/types.ts';
import { alertsIn } from '#modules/review/index.ts';
import type { Alert, Looker } from '#modules/review/types.ts';
import { looksOfOrganisation } from '#platform/access-log/store.ts';
import type { AccessLine } from '#platform/access-log/types.ts';
import type { Database } from '#platform/db/database.ts';
import { asOwner } from '#platform/db/owner.ts';

/** Who works by day and by night: no hour is odd for them. */
const ROUND_THE_CLOCK: ReadonlySet<string> = new Set(['ward', 'elderly-doctor', 'desk']);

const surnameOf = (name: string): string => name.trim().split(/\s+/).at(-1) ?? '';

/** A name as it is compared: no title, no capitals, no dots. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(mw|dhr|dr|drs|mevr|mevrouw|meneer)\.?\s+/, '')
    .replaceAll(/[^\p{L}]/gu, '');

const lookersOf = (colleagues: readonly Professional[]): ReadonlyMap<string, Looker> =>
  new Map(
    colleagues.map(({ id, name, role }) => [
      id,
      { id, surname: surnameOf(name), pc4: null, roundTheClock: ROUND_THE_CLOCK.has(role) },
    ]),
  );

/** What one alert says: who, by which rules, how often. Whom it is about is told by number only. */
const lineOf = (alert: Alert, organisation: Organisation, colleagues: readonly Professional[]): string => {
  const who = colleagues.find(({ id }) => id === alert.actor);
  const whom = alert.personId === null ? 'many people' : `person ${alert.personId}`;
  const name = who === undefined ? alert.actor : `${who.name} (${who.role})`;
  return `${organisation.name}: ${name} looked at ${whom}, ${alert.looks.length} looks: ${alert.rules.join(', ')}`;
};

/** Runs the rules over the log of every organisation in this stretch of time; one line for each thing to judge. */
export const reviewLog = async (
  database: Database,
  ownerUrl: string,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<string[]> => {
  const nobody = { actor: 'review', organisationId: null } as const;
  const [organisations, professionals] = await database.transaction(nobody, async (tx) => [
    await loadOrganisations(tx),
    await loadProfessionals(tx),
  ]);
  const said: string[] = [];
  for (const organisation of organisations) {
    const acting = { actor: 'review', organisationId: organisation.id };
    const looks = await database.transaction(acting, (tx) => looksOfOrganisation(tx, from, until));
    const colleagues = professionals.filter((each) => each.organisationId === organisation.id);
    const seen = await seenIn(ownerUrl, looks, colleagues);
    const known = { lookers: lookersOf(colleagues), seen, zone: REGION_ZONE };
    for (const alert of alertsIn(looks, known)) said.push(lineOf(alert, organisation, colleagues));
  }
  return said;
};

/** Who was looked at: their surname, postcode, and whether they bear the name of a colleague of who looked. */
const seenIn = async (
  ownerUrl: string,
  looks: readonly AccessLine[],
  colleagues: readonly Professional[],
) => {
  const ids = [...new Set(looks.flatMap(({ personId }) => personId ?? []))];
  if (ids.length === 0) return new Map();
  const people = await asOwner(ownerUrl, (tx) => namesForReview(tx, ids));
  const names = new Set(colleagues.map(({ name }) => bare(name)));
  return new Map(
    people.map(({ id, name, pc4 }) => [
      id,
      { id, surname: surnameOf(name), pc4, colleague: names.has(bare(name)) },
    ]),
  );
};
