import type { Doing } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { practiceBefore } from './store-answer.ts';
import type { Stay } from './types.ts';

const CARE_FROM = 'gp';

/** Which practice hears how it goes: the one that asked, or the one that goes along from the stay before. */
export const practiceOf = async (
  tx: Tx,
  request: { readonly id: string; readonly referrerOrg: string },
  { region }: Doing,
): Promise<string | null> => {
  const referrer = region.organisations.find(({ id }) => id === request.referrerOrg);
  return referrer?.kind === CARE_FROM ? referrer.id : practiceBefore(tx, request.id);
};

/** Who goes along from the stay before reads on in this one. Who asked themselves stands in a relation already. */
export const keepPractice = async (tx: Tx, stay: Stay, doing: Doing): Promise<void> => {
  const { personId, gpOrg, referrerOrg } = stay;
  if (gpOrg === null || gpOrg === referrerOrg) return;
  const relation = { personId, organisationId: gpOrg, kind: 'care-team', ground: 'treatment' } as const;
  await relate(tx, { ...relation, actor: doing.actor.id, now: doing.now });
};
