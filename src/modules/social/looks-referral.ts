import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { KnownPeople, ReferralAnswer, ReferralList } from './contract-referral.ts';
import { referralById } from './store-referral.ts';

/** Who receives it looks on the yes of the person; who referred knows them. */
export const lookAtReferral = async (tx: Tx, event: AccessEvent, id: string): Promise<Look> => {
  const of = await referralById(tx, id);
  return {
    ...{ event, objectType: 'referral', objectId: id, personId: of?.personId ?? null },
    categories: ['name-and-contact', 'reason-and-care'],
    ...(of?.receives === true ? { ground: 'consent' as const, consentId: of.consentId } : {}),
  };
};

/** The look of an answer with one referral in it. */
export const oneReferral =
  (event: AccessEvent) =>
  async ({ referral }: ReferralAnswer, { tx }: { readonly tx: Tx }): Promise<Look[]> => [
    await lookAtReferral(tx, event, referral.id),
  ];

/** One look for each person in a list of referrals. */
export const eachReferral = async (
  { referrals }: ReferralList,
  { tx }: { readonly tx: Tx },
): Promise<Look[]> => {
  const looks: Look[] = [];
  for (const { id } of referrals) looks.push(await lookAtReferral(tx, 'list', id));
  return looks;
};

/** One look for each person whose name came by. */
export const eachKnown = ({ people }: KnownPeople): Look[] =>
  people.map(({ id }) => ({
    ...{ event: 'search', objectType: 'person', objectId: id, personId: id },
    categories: ['name-and-contact'],
  }));
