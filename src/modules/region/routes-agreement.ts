import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { Agreements, ProposeAgreement } from './contract-agreement.ts';
import { regionPolicies } from './policy.ts';
import { proposeAgreement, readAgreements, signAgreement, withdrawAgreement } from './service-agreement.ts';

const tag = 'afspraken';
const params = z.object({ id: Id });
const Nothing = z.strictObject({});

/** Adds the routes of the agreement: read, propose, sign, take back. */
export const agreementRoutes = (door: Door): void => {
  read<unknown, unknown, Agreements>(door, {
    url: '/api/v1/agreement',
    summary: 'De afspraken die gelden, en alle versies met wie tekende en wie nog niet',
    tag,
    policy: regionPolicies.agreement,
    answer: Agreements,
    looks: nobody,
    run: ({ tx, now }) => readAgreements(tx, now),
  });
  command<unknown, z.infer<typeof ProposeAgreement>, Agreements>(door, {
    url: '/api/v1/agreement/versions',
    summary: 'Stel nieuwe afspraken voor vanaf een dag; een voorstel voor die dag wordt vervangen',
    tag,
    policy: regionPolicies.propose,
    body: ProposeAgreement,
    answer: Agreements,
    looks: nobody,
    run: ({ tx, actor, now, body }) => proposeAgreement(tx, body, { actor, now }),
  });
  command<z.infer<typeof params>, unknown, Agreements>(door, {
    url: '/api/v1/agreement/versions/:id/sign',
    summary: 'Teken een versie voor de eigen organisatie; na de laatste partij geldt hij vanaf zijn dag',
    tag,
    policy: regionPolicies.sign,
    params,
    body: Nothing,
    answer: Agreements,
    looks: nobody,
    run: ({ tx, actor, now, params: { id } }) => signAgreement(tx, id, { actor, now }),
  });
  command<z.infer<typeof params>, unknown, Agreements>(door, {
    url: '/api/v1/agreement/versions/:id/withdraw',
    summary: 'Neem een voorstel terug dat nog niet door iedereen is getekend',
    tag,
    policy: regionPolicies.propose,
    params,
    body: Nothing,
    answer: Agreements,
    looks: nobody,
    run: ({ tx, actor, now, params: { id } }) => withdrawAgreement(tx, id, { actor, now }),
  });
};
