import { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Region } from '#modules/region/types.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { ConsentBody, ConsentList } from './contract-consent.ts';
import { peoplePolicies as may } from './policy.ts';
import { consentList, giveConsent, withdrawConsent } from './service-consent.ts';

const OfConsent = z.object({ id: Id, consent: Id });
const Nothing = z.strictObject({}).nullish();

const look =
  (event: Look['event']) =>
  (_answer: unknown, { params }: { readonly params: { readonly id: string } }): readonly Look[] => [
    { event, objectType: 'person', objectId: params.id, categories: ['consent'] },
  ];

/** Adds what is done with consent by who knows the person. */
export const consentRoutes = (door: Door, regionOf: (tx: Tx) => Promise<Region>): void => {
  const shape = { tag: 'mensen', policy: may.consent, answer: ConsentList };
  read<ById, unknown, ConsentList>(door, {
    ...shape,
    url: '/api/v1/persons/:id/consents',
    summary: 'Waar iemand die u kent toestemming voor gaf',
    params: ById,
    looks: look('read'),
    run: async ({ tx, params }) => consentList(tx, params.id, await regionOf(tx)),
  });
  command<ById, ConsentBody, ConsentList>(door, {
    ...shape,
    url: '/api/v1/persons/:id/consents',
    summary: 'Leg vast dat iemand toestemming gaf',
    params: ById,
    body: ConsentBody,
    looks: look('add'),
    run: async ({ tx, params, body, actor, now }) =>
      giveConsent(tx, params.id, body, {
        ...{ actor: actor.id, organisationId: actor.organisationId, now },
        region: await regionOf(tx),
      }),
  });
  command<z.infer<typeof OfConsent>, unknown, ConsentList>(door, {
    ...shape,
    url: '/api/v1/persons/:id/consents/:consent/revoke',
    summary: 'De toestemming is ingetrokken; vanaf nu',
    params: OfConsent,
    body: Nothing,
    looks: look('change'),
    run: async ({ tx, params, actor, now }) => {
      const by = { actor: actor.id, organisationId: actor.organisationId, now };
      const which = { id: params.consent, personId: params.id };
      return withdrawConsent(tx, which, { ...by, region: await regionOf(tx) });
    },
  });
};
