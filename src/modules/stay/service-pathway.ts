import { isoFromInstant } from '#kernel/calendar.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { loadProfessionals } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { type PathwayAdoptBody, PathwayBody, type PathwayList } from './contract-pathway.ts';
import { decidePathway } from './decide/pathway.ts';
import { PATHWAYS_V1 } from './decide/pathways-v1.ts';
import { newestPathway } from './store.ts';
import { type AdoptedPathway, adoptedPathways, insertPathway } from './store-pathway.ts';

type Told = PathwayList['pathways'][number]['now'];

const shipped = (product: Product): Told => {
  const { product: _, version, ...body } = PATHWAYS_V1[product];
  return { version, body: PathwayBody.parse(body), reason: null, adoptedBy: null, adoptedAt: null };
};

const adopted = (
  { version, body, reason, adoptedAt, actor }: AdoptedPathway,
  names: ReadonlyMap<string, string>,
): Told => ({
  version,
  body: PathwayBody.parse(body),
  reason,
  adoptedBy: names.get(actor) ?? null,
  adoptedAt: isoFromInstant(adoptedAt),
});

/** The names of who decided; only read once there is something to name. */
const namesOf = async (tx: Tx, pathways: readonly AdoptedPathway[]): Promise<ReadonlyMap<string, string>> => {
  const people = pathways.length === 0 ? [] : await loadProfessionals(tx);
  return new Map(people.map(({ id, name }) => [id, name]));
};

/** Per product the pathway of today and those before. */
export const listPathways = async (tx: Tx): Promise<PathwayList> => {
  const all = await adoptedPathways(tx);
  const names = await namesOf(tx, all);
  const known = Map.groupBy(all, ({ product }) => product);
  return {
    pathways: PRODUCTS.map((product) => {
      const first = shipped(product);
      const [now = first, ...earlier] = [
        ...(known.get(product) ?? []).map((pathway) => adopted(pathway, names)),
        first,
      ];
      return { product, now, earlier };
    }),
  };
};

/** From now on stays with this product begin under this version; who is there keeps theirs. */
export const adoptPathway = async (
  tx: Tx,
  act: { readonly adopt: PathwayAdoptBody; readonly version: number },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  const { product, reason, body } = act.adopt;
  const decided = decidePathway(body);
  if (!decided.ok) return decided;
  const newest = (await newestPathway(tx, product))?.version ?? PATHWAYS_V1[product].version;
  const { actor, now: at } = doing;
  const pathway = { product, version: newest + 1, body, reason, adoptedAt: at, actor: actor.id };
  if (newest !== act.version || !(await insertPathway(tx, pathway))) return refuse({ code: 'version-stale' });
  const { organisationId } = actor;
  await record(tx, [
    {
      ...{ at, room: 'stay', event: 'pathway-adopted', subject: organisationId, unitId: null },
      ...{ organisationId, actor: actor.id },
      body: { product, version: pathway.version, organisations: [organisationId] },
    },
  ]);
  return ok(null);
};
