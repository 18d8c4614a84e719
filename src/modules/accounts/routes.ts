import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Door } from '#platform/http/route.ts';
import type { AccountsParts } from './acting.ts';
import { type Add, adding } from './adding.ts';
import { AccountsList, Done, Entrusted, InviteBody, Invited, NoBody, ResetBody } from './contract.ts';
import { handOver } from './hand-over.ts';
import { accountsPolicies } from './policy.ts';
import { ownRoutes } from './routes-own.ts';
import { signInRoutes } from './routes-sign-in.ts';
import { administer, listAccounts } from './service-administer.ts';
import { invite, renew, withdraw } from './service-invite.ts';
import { listEntrusted, resetFactors, resettable } from './service-reset.ts';

type Id = z.infer<typeof ById>;
type DoneAnswer = z.infer<typeof Done>;

const { administer: policy } = accountsPolicies;

const administratorRoutes = (add: Add, parts: AccountsParts): void => {
  add({
    ...{ method: 'GET', url: '/accounts', policy },
    summary: 'Wie van uw organisatie zich kan aanmelden, en wie is uitgenodigd',
    answer: AccountsList,
    run: ({ at }) => at(listAccounts),
  });
  add<z.infer<typeof InviteBody>, unknown, z.infer<typeof Invited>>({
    ...{ method: 'POST', url: '/accounts/invitations', policy },
    summary: 'Nodig iemand uit; de link gaat per mail, of staat één keer in het antwoord',
    body: InviteBody,
    answer: Invited,
    run: async ({ body, at }) => handOver(parts, await at((act) => invite(act, body))),
  });
  add<unknown, Id, z.infer<typeof Invited>>({
    ...{ method: 'POST', url: '/accounts/invitations/:id/renew', policy },
    summary: 'Een nieuwe link; de oude opent niets meer',
    params: ById,
    body: NoBody,
    answer: Invited,
    run: async ({ params, at }) =>
      handOver(
        parts,
        await at(async (act) => {
          const fault = await resettable(act);
          return renew(act, params.id, (id) => fault(id) === null);
        }),
      ),
  });
  add<unknown, Id, DoneAnswer>({
    ...{ method: 'DELETE', url: '/accounts/invitations/:id', policy },
    summary: 'Trek een uitnodiging in',
    params: ById,
    answer: Done,
    run: ({ params, at }) => at((act) => withdraw(act, params.id)),
  });
  for (const [verb, off, summary] of [
    ['disable', true, 'Zet een account uit: elke aanmelding eindigt binnen een seconde'],
    ['enable', false, 'Zet een account weer aan'],
  ] as const)
    add<unknown, Id, DoneAnswer>({
      ...{ method: 'POST', url: `/accounts/:id/${verb}`, policy, summary },
      params: ById,
      body: NoBody,
      answer: Done,
      run: ({ params, at }) => at((act) => administer(act, params.id, off)),
    });
};

const resetRoutes = (add: Add, parts: AccountsParts): void => {
  add({
    ...{ method: 'GET', url: '/accounts/entrusted', policy },
    summary: 'Wie alleen de regiomanager kan helpen: laatste beheerders, en wie voor meer organisaties werkt',
    answer: Entrusted,
    run: ({ at }) => at(listEntrusted),
  });
  add<z.infer<typeof ResetBody>, Id, z.infer<typeof Invited>>({
    ...{ method: 'POST', url: '/accounts/:id/reset', policy },
    summary: 'Haal weg waarmee iemand aanmeldt; met een nieuwe link stelt die alles opnieuw in',
    params: ById,
    body: ResetBody,
    answer: Invited,
    run: async ({ params, body, at }) =>
      handOver(parts, await at((act) => resetFactors(act, params.id, body.reason))),
  });
};

/** Adds the routes of this room. */
export const accountsRoutes = (door: Door, parts: AccountsParts): void => {
  const add = adding(door, parts);
  signInRoutes(add, door, parts);
  ownRoutes(add);
  administratorRoutes(add, parts);
  resetRoutes(add, parts);
};
