import type { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { PersonChange, PersonView } from './contract.ts';
import { peoplePolicies } from './policy.ts';
import { emergencyRoutes } from './routes-emergency.ts';
import { changePerson, person } from './service.ts';
import type { PersonChange as Change } from './types.ts';
import { personView } from './view.ts';

/** What is given and not left out; a key without a value is no change. */
const given = (body: z.infer<typeof PersonChange>): Change =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));

const personSeen =
  (event: AccessEvent) =>
  ({ id }: PersonView): readonly Look[] => [
    { event, objectType: 'person', objectId: id, personId: id, categories: ['name-and-contact'] },
  ];

/** Adds the routes of this room. A BSN never stands in an address. */
export const peopleRoutes = (door: Door): void => {
  emergencyRoutes(door);
  read<ById, unknown, PersonView>(door, {
    url: '/api/v1/persons/:id',
    summary: 'Een persoon die u kent',
    tag: 'mensen',
    policy: peoplePolicies.person,
    params: ById,
    answer: PersonView,
    looks: personSeen('read'),
    run: async ({ tx, params }) => {
      const found = await person(tx, params.id);
      return found === null ? refuse({ code: 'person-unknown' }) : ok(personView(found));
    },
  });
  command<ById, z.infer<typeof PersonChange>, PersonView>(door, {
    method: 'PATCH',
    url: '/api/v1/persons/:id',
    summary: 'Wijzig een persoon; alleen wat u meestuurt verandert',
    tag: 'mensen',
    policy: peoplePolicies.person,
    params: ById,
    body: PersonChange,
    answer: PersonView,
    looks: personSeen('change'),
    versioned: true,
    run: async ({ tx, actor, now, params, body, version }) => {
      const result = await changePerson(tx, { id: params.id, change: given(body), version, actor, now });
      return result.ok ? ok(personView(result.value)) : result;
    },
  });
};
