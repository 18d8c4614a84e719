import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { loadProfessionals } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { HomesBody, HomesView } from './contract.ts';
import { loadHomes, removeHome, saveHome } from './store-homes.ts';
import type { ReviewCode } from './types.ts';

/** Who works in this organisation, each with the postcode at home as far as it was told. */
export const homesOf = async (tx: Tx, organisationId: string): Promise<HomesView> => {
  const known = new Map((await loadHomes(tx)).map(({ professionalId, pc4 }) => [professionalId, pc4]));
  const colleagues = (await loadProfessionals(tx)).filter((each) => each.organisationId === organisationId);
  return {
    colleagues: colleagues.map(({ id, name, role }) => ({ id, name, role, pc4: known.get(id) ?? null })),
  };
};

/** Writes down where colleagues live, in four digits; null takes it away. All or none. */
export const setHomes = async (
  tx: Tx,
  { homes }: HomesBody,
  { actor, now }: { readonly actor: { id: string; organisationId: string }; readonly now: number },
): Promise<Result<HomesView, Refusal<ReviewCode>>> => {
  const { colleagues } = await homesOf(tx, actor.organisationId);
  const ours = new Set(colleagues.map(({ id }) => id));
  if (homes.some(({ professionalId }) => !ours.has(professionalId)))
    return refuse({ code: 'colleague-unknown' });
  for (const { professionalId, pc4 } of homes)
    await (pc4 === null ? removeHome(tx, professionalId) : saveHome(tx, professionalId, pc4));
  await record(
    tx,
    homes.map(({ professionalId }) => ({
      ...{ at: now, room: 'review', event: 'home-told', subject: professionalId, unitId: null },
      ...{ organisationId: actor.organisationId, actor: actor.id, body: {} },
    })),
  );
  return ok(await homesOf(tx, actor.organisationId));
};
