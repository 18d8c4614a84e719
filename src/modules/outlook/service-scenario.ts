import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import { hashOfToken, newToken } from '#platform/auth/tokens.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { Scenario, ScenarioBody, ScenarioPatch, ShareAnswer, SharedScenario } from './contract.ts';
import { outlookLine } from './doing.ts';
import {
  countScenarios,
  deleteScenario,
  insertScenario,
  type KeptModel,
  type KeptScenario,
  lockScenario,
  markShared,
  scenarioById,
  sharedBy,
  writeScenario,
} from './store-scenario.ts';
import { MOST_SCENARIOS } from './types.ts';

/** In whose name and when. */
interface By {
  readonly actor: Pick<Actor, 'id' | 'name' | 'organisationId'>;
  readonly now: Instant;
}

type Answer<T> = Promise<Result<T, Refusal>>;

const unknown = { code: 'scenario-unknown' } as const;

/** A scenario as the API tells it. A link that ran out counts as not shared. */
export const scenarioView = ({ madeAt, sharedUntil, ...kept }: KeptScenario, now: Instant): Scenario => ({
  ...kept,
  madeAt: isoFromInstant(madeAt),
  sharedUntil: sharedUntil === null || sharedUntil <= now ? null : isoFromInstant(sharedUntil),
});

/** Only the own organisation hears that something of its scenarios moved. */
const tell = (tx: Tx, event: string, id: string, by: By): Promise<void> =>
  record(tx, [outlookLine(by, event, id, { organisations: [by.actor.organisationId] })]);

const kept = async (tx: Tx, id: string, now: Instant): Answer<Scenario> => {
  const found = await scenarioById(tx, id);
  return found === null ? refuse(unknown) : ok(scenarioView(found, now));
};

/** What the types of the planning call the same and write down as read-only. */
const keptModel = (model: SimModel): KeptModel => structuredClone(model) as KeptModel;

/** Keeps a scenario with the region it was played on. */
export const keepScenario = async (
  tx: Tx,
  { asOf: _playedOn, ...said }: ScenarioBody,
  model: SimModel,
  by: By,
): Answer<Scenario> => {
  if ((await countScenarios(tx)) >= MOST_SCENARIOS)
    return refuse({ code: 'scenarios-full', params: { most: MOST_SCENARIOS } });
  const id = newId();
  await insertScenario(tx, { id, ...said, madeAt: by.now, madeBy: by.actor.name }, keptModel(model));
  await tell(tx, 'scenario-kept', id, by);
  return kept(tx, id, by.now);
};

/** Changes its name, or what was turned and came out; then it stands on the region of now. */
export const changeScenario = async (
  tx: Tx,
  asked: { readonly id: string; readonly version: number; readonly said: ScenarioPatch },
  model: SimModel | null,
  by: By,
): Answer<Scenario> => {
  const { id, version, said } = asked;
  const stands = await lockScenario(tx, id);
  if (stands === null) return refuse(unknown);
  if (stands.version !== version) return refuse({ code: 'version-stale' });
  const { name = stands.name, levers = stands.levers, seed = stands.seed } = said;
  const { years = stands.years, rows = stands.rows } = said;
  const played = said.levers === undefined ? {} : { madeAt: by.now, madeBy: by.actor.name };
  const changed = { ...stands, name, levers, seed, years, rows, ...played, version: version + 1 };
  await writeScenario(tx, changed, model === null ? null : keptModel(model));
  await tell(tx, 'scenario-changed', id, by);
  return kept(tx, id, by.now);
};

/** Throws it away, and its link with it. */
export const dropScenario = async (
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
  by: By,
): Answer<{ id: string }> => {
  const stands = await lockScenario(tx, id);
  if (stands === null) return refuse(unknown);
  if (stands.version !== version) return refuse({ code: 'version-stale' });
  await deleteScenario(tx, id);
  await tell(tx, 'scenario-dropped', id, by);
  return ok({ id });
};

/** Makes a link that opens for so many days. Only a mark of it is kept; a link from before is shut. */
export const shareScenario = async (
  tx: Tx,
  { id, days }: { readonly id: string; readonly days: number },
  by: By,
): Answer<ShareAnswer> => {
  if ((await lockScenario(tx, id)) === null) return refuse(unknown);
  const [token, until] = [newToken(), by.now + days * DAY];
  await markShared(tx, id, { mark: hashOfToken(token), until });
  await tell(tx, 'scenario-shared', id, by);
  return ok({ link: `/vooruit/gedeeld#${token}`, sharedUntil: isoFromInstant(until) });
};

/** Shuts the link at once. */
export const unshareScenario = async (tx: Tx, id: string, by: By): Answer<Scenario> => {
  if ((await lockScenario(tx, id)) === null) return refuse(unknown);
  await markShared(tx, id, null);
  await tell(tx, 'scenario-unshared', id, by);
  return kept(tx, id, by.now);
};

/** What who holds a link reads: what was turned and what came out, while the link opens. */
export const openShared = async (database: Database, token: string, now: Instant): Answer<SharedScenario> => {
  const found = await database.transaction(byHouse('link'), (tx) => sharedBy(tx, hashOfToken(token), now));
  if (found === null) return refuse({ code: 'shared-unknown' });
  const { madeAt, sharedUntil, ...told } = found;
  return ok({
    ...told,
    turned: { ...told.turned },
    madeAt: isoFromInstant(madeAt),
    sharedUntil: isoFromInstant(sharedUntil),
  });
};
