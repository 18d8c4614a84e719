import { ok } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { ByCode, TreatmentEndBody, TreatmentList, TreatmentSignBody } from './contract-treatment.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { listTreatments, signTreatment, takeOutOfUse } from './service-treatment.ts';

/** Adds the routes of treatments. Nobody stands in them. */
export const treatmentRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<unknown, unknown, TreatmentList>(door, {
    url: '/api/v1/treatments',
    tag,
    summary: 'What can be given near home: drafts, what a clinician signed, and what was before',
    policy: may.seeTreatments,
    answer: TreatmentList,
    looks: nobody,
    run: async (ask) => ok(await listTreatments(ask.tx, await doingOf(parts, ask))),
  });
  command<ByCode, TreatmentSignBody, TreatmentList>(door, {
    url: '/api/v1/treatments/:code/sign',
    tag,
    summary:
      'A clinician signs a version, with the steps on a reaction; If-Match is the version now, 0 for none',
    policy: may.signTreatment,
    params: ByCode,
    body: TreatmentSignBody,
    versioned: true,
    answer: TreatmentList,
    looks: nobody,
    run: async ({ tx, params: { code }, body: sign, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const done = await signTreatment(tx, { code, version, sign, signedBy: who.actor.name }, doing);
      return done.ok ? ok(await listTreatments(tx, doing)) : done;
    },
  });
  command<ByCode, TreatmentEndBody, TreatmentList>(door, {
    url: '/api/v1/treatments/:code/end',
    tag,
    summary: 'A treatment is taken out of use; who has an order keeps it',
    policy: may.signTreatment,
    params: ByCode,
    body: TreatmentEndBody,
    answer: TreatmentList,
    looks: nobody,
    run: async ({ tx, params: { code }, body: { reason }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const done = await takeOutOfUse(tx, { code, reason }, doing);
      return done.ok ? ok(await listTreatments(tx, doing)) : done;
    },
  });
};
