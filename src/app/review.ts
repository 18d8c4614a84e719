import type { Instant, Interval } from '#kernel/interval.ts';
import { MINUTE } from '#kernel/interval.ts';
import { loadOrganisations } from '#modules/region/index.ts';
import type { Organisation } from '#modules/region/types.ts';
import { openAlerts, REVIEWER, reviewOrganisation } from '#modules/review/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';

const actingFor = (organisationId: string) => ({ actor: REVIEWER, organisationId });

const organisationsOf = (database: Database): Promise<Organisation[]> =>
  database.transaction({ actor: REVIEWER, organisationId: null }, (tx) => loadOrganisations(tx));

/**
 * Goes over the log of every organisation and keeps what somebody must judge, each in a transaction of its own. Without a
 * stretch from where it stopped last. Answers how many alerts were opened.
 */
export const reviewAll = async (
  database: Database,
  act: { readonly now: Instant; readonly during?: Interval },
): Promise<number> => {
  let opened = 0;
  for (const { id } of await organisationsOf(database))
    opened += await database.transaction(actingFor(id), (tx) => reviewOrganisation(tx, id, act));
  return opened;
};

/** What must be judged at once: the emergency button was pressed, or a person asked about a look at them. */
const AT_ONCE: ReadonlySet<string> = new Set(['emergency', 'own-question']);

/** Does this line of the diary put a look before somebody now? */
export const isForReview = ({ room, event, organisationId }: WrittenEntry): boolean =>
  room === 'people' && AT_ONCE.has(event) && organisationId !== null;

/** Goes over the minutes around such a line, in its organisation. Twice does no harm. */
export const reviewAround = async (
  database: Database,
  { at, organisationId }: WrittenEntry,
): Promise<void> => {
  if (organisationId === null) return;
  const during = { from: at - MINUTE, until: at + MINUTE };
  await database.transaction(actingFor(organisationId), (tx) =>
    reviewOrganisation(tx, organisationId, { now: at, during }),
  );
};

/** Goes over the log of this stretch, and says what is open then: one line for each thing to judge, people by number only. */
export const reviewLog = async (database: Database, during: Interval): Promise<string[]> => {
  await reviewAll(database, { now: during.until, during });
  const said: string[] = [];
  for (const { id, name } of await organisationsOf(database)) {
    const open = await database.transaction(actingFor(id), openAlerts);
    for (const { who, person, people, looks, rules } of open) {
      const whom = person === null ? `${people} people` : `person ${person.number}`;
      const looker = `${who.name ?? 'somebody'} (${who.role})`;
      said.push(`${name}: ${looker} looked at ${whom}, ${looks} looks: ${rules.join(', ')}`);
    }
  }
  return said;
};
