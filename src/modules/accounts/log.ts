import { writeLooks } from '#platform/access-log/store.ts';
import type { Look, Onlooker } from '#platform/access-log/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { inNameOf } from '#platform/db/database.ts';
import { type Act, DOOR } from './acting.ts';
import { accountsPolicies } from './policy.ts';
import type { Hat } from './types.ts';

const RULE = { policy: accountsPolicies.signIn.name, policyVersion: '1' } as const;

const aboutDoor = (event: 'login' | 'fail', reason: string): Look => ({
  ...{ event, objectType: 'session', objectId: null, categories: [], ground: 'none', reason },
});

const fromHere = (act: Act): Pick<Onlooker, 'sessionId' | 'onBehalfOf' | 'network' | 'component'> => ({
  ...{ sessionId: null, onBehalfOf: null, network: act.network, component: 'web' },
});

/** Somebody came in: a line in the log of the organisation whose hat they wear. */
export const logEntrance = (
  act: Act,
  { accountId, professionalId, organisationId }: Hat,
  came: { readonly role: string; readonly kind: string },
): Promise<void> => {
  const who: Onlooker = {
    ...{ ...fromHere(act), ...RULE, actor: professionalId, role: came.role, organisationId, accountId },
  };
  const there = byHouse('accounts', organisationId);
  return inNameOf(act.tx, { own: DOOR, other: there }, () =>
    writeLooks(act.tx, who, [aboutDoor('login', came.kind)], { at: act.now, outcome: 'done' }),
  );
};

/** Somebody was not let in: a line that belongs to no organisation yet. */
export const logFailure = (act: Act, accountId: string | null, what: string): Promise<void> => {
  const who: Onlooker = {
    ...fromHere(act),
    ...RULE,
    ...byHouse('door'),
    ...{ role: 'none', accountId },
  };
  return writeLooks(act.tx, who, [aboutDoor('fail', what)], { at: act.now, outcome: 'refused' });
};
