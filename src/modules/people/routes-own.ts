import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { keepLooks, nobody, onlookerOf } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import { dropPages } from '#platform/http/cookies.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import { ConsentList } from './contract-consent.ts';
import * as contract from './contract-own.ts';
import { maskedEmail } from './decide/door.ts';
import { peoplePolicies as may } from './policy.ts';
import { consentRoutes } from './routes-consent.ts';
import { familyRoutes } from './routes-family.ts';
import { answered, COOKIE, cookieOf, inside, type OwnParts, schemaOf } from './routes-own-parts.ts';
import { ownConsents, withdrawConsent } from './service-consent.ts';
import { type Asked, askCode, leaveOwn, makeDoor, openOwn } from './service-door.ts';
import { answerLook, ownView } from './service-own.ts';
import type { PeopleCode } from './types.ts';

/** Adds the person's own door and what lies behind it. Nothing here is kept under a key: links and codes stay untold. */
export const ownRoutes = (door: Door, parts: OwnParts): void => {
  doorRoute(door, parts);
  codeRoute(door, parts);
  openRoute(door, parts);
  insideRoutes(door, parts);
  familyRoutes(door, parts);
  ownConsentRoutes(door, parts);
  consentRoutes(door, parts.regionOf);
};

const doorRoute = (door: Door, parts: OwnParts): void => {
  door.app.route({
    method: 'POST',
    url: '/api/v1/persons/:id/door',
    schema: schemaOf(
      may.door,
      'Een persoonlijke link voor iemand die u kent; eerdere van uw organisatie vervallen',
      { params: ById, body: contract.DoorBody },
      contract.DoorView,
    ),
    config: { policy: may.door, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, may.door);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { email } = request.body as z.infer<typeof contract.DoorBody>;
      if (!parts.practice && parts.sendNow === null) return reply.refuse({ code: 'own-mail-off' });
      if (!parts.practice && email === null) return reply.refuse({ code: 'own-email-needed' });
      const { id: personId } = request.params as ById;
      const { id, organisationId } = actor.value;
      const wish = { personId, email, actor: actor.value, now: door.clock.now() };
      const who = onlookerOf(request, actor.value, may.door);
      const made = await door.database.transaction({ actor: id, organisationId }, async (tx) => {
        const door = await makeDoor(tx, wish);
        if (door.ok) await keepLooks(tx, who, [givenAway(personId)], wish.now);
        return door;
      });
      if (!made.ok) return reply.refuse(made.refusal);
      door.committed();
      const { until, ...rest } = made.value;
      const codeTo = email === null ? null : maskedEmail(email);
      return answered(reply, ok({ ...rest, until: isoFromInstant(until), codeTo }));
    },
  });
};

/** That the person got a link is something of theirs too. */
const givenAway = (personId: string): Look => ({
  ...{ event: 'print', objectType: 'session', objectId: null, categories: ['log'] },
  personId,
});

const letterOf = (to: string, code: string, relative: boolean): Letter => ({
  to,
  subject: `Uw code: ${code}`,
  text: [
    `Uw code is ${code}.`,
    relative
      ? 'Met deze code leest u hoe het verblijf van uw naaste gaat.'
      : 'Met deze code leest u over uw verblijf, en ziet u wie er in uw gegevens keek.',
    'De code geldt 10 minuten. Geef hem aan niemand.',
    '',
    'Vroeg u niet om deze code? Bel dan het loket.',
    '',
  ].join('\n'),
});

/** The code goes to the address that was given with the link; in practice it stands on the screen. */
const sendCode = async (
  parts: OwnParts,
  { code, email, until, relative }: Extract<Asked, { readonly kind: 'sent' }>,
): Promise<Result<contract.CodeView, Refusal<PeopleCode>>> => {
  if (parts.practice) return ok({ sentTo: null, practiceCode: code, until: isoFromInstant(until) });
  if (parts.sendNow === null || email === null) return refuse({ code: 'own-mail-off' });
  if (!(await parts.sendNow(letterOf(email, code, relative)))) return refuse({ code: 'own-mail-failed' });
  return ok({ sentTo: maskedEmail(email), practiceCode: null, until: isoFromInstant(until) });
};

const codeRoute = (door: Door, parts: OwnParts): void => {
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/code',
    schema: schemaOf(
      may.own,
      'Vraag een code, met de persoonlijke link en de geboortedatum',
      { body: contract.CodeBody },
      contract.CodeView,
    ),
    // Who reads about themselves looks at nobody else.
    config: { policy: may.own, looks: nobody },
    handler: async (request, reply) => {
      const body = request.body as z.infer<typeof contract.CodeBody>;
      const asked = await askCode(door.database, { ...body, key: parts.key, now: door.clock.now() });
      if (asked.kind === 'revoked') return reply.refuse({ code: 'family-revoked' });
      if (asked.kind === 'closed') return reply.refuse({ code: 'own-door-closed' });
      if (asked.kind === 'enough')
        return reply.refuse({ code: 'own-codes-enough', params: { seconds: 3600 } });
      return answered(reply, await sendCode(parts, asked));
    },
  });
};

const openRoute = (door: Door, parts: OwnParts): void => {
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/session',
    schema: schemaOf(
      may.own,
      'Ga naar binnen met de code; daarna staat alleen het eigen overzicht open',
      { body: contract.OpenBody },
      contract.OpenView,
    ),
    // Who reads about themselves looks at nobody else.
    config: { policy: may.own, looks: nobody },
    handler: async (request, reply) => {
      const body = request.body as z.infer<typeof contract.OpenBody>;
      const opened = await openOwn(door.database, { ...body, key: parts.key, now: door.clock.now() });
      if (opened.kind === 'wrong') return reply.refuse({ code: 'own-code-wrong' });
      if (opened.kind === 'over') return reply.refuse({ code: 'own-code-over' });
      reply.setCookie(COOKIE, opened.token, cookieOf(parts));
      return answered(reply, ok({ until: isoFromInstant(opened.until) }));
    },
  });
  door.app.route({
    method: 'DELETE',
    url: '/api/v1/own/session',
    schema: schemaOf(may.own, 'Sluit het eigen overzicht', {}, z.object({})),
    // Who reads about themselves looks at nobody else.
    config: { policy: may.own, looks: nobody },
    handler: async (request, reply) => {
      const token = request.cookies[COOKIE];
      if (token !== undefined) await leaveOwn(door.database, token, door.clock.now());
      dropPages(reply, parts.practice).clearCookie(COOKIE, cookieOf(parts));
      return answered(reply, ok({}));
    },
  });
};

/** The person's own consents, and taking one back. */
const ownConsentRoutes = (door: Door, parts: OwnParts): void => {
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/consents',
    schema: schemaOf(may.own, 'Waar ik toestemming voor gaf', {}, ConsentList),
    config: { policy: may.own, looks: 'people' },
    handler: async (request, reply) => {
      const list = await inside(door, parts, request, (tx, who) => ownConsents(tx, who.personId, who.region));
      return answered(reply, list);
    },
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/consents/:id/revoke',
    schema: schemaOf(may.own, 'Ik trek mijn toestemming in', { params: ById }, ConsentList),
    config: { policy: may.own, looks: 'people' },
    handler: async (request, reply) => {
      const { id } = request.params as ById;
      const list = await inside(door, parts, request, (tx, { personId, now, region }) =>
        withdrawConsent(
          tx,
          { id, personId },
          { actor: `person:${personId}`, organisationId: null, now, region },
        ),
      );
      if (list.ok) door.committed();
      return answered(reply, list);
    },
  });
};

const insideRoutes = (door: Door, parts: OwnParts): void => {
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/looks',
    schema: schemaOf(
      may.own,
      'Wie keek er in mijn gegevens',
      { querystring: contract.LooksQuery },
      contract.OwnView,
    ),
    // Who reads about themselves looks at nobody else.
    config: { policy: may.own, looks: nobody },
    handler: async (request, reply) => {
      const { period } = request.query as contract.LooksQuery;
      return answered(reply, await inside(door, parts, request, (tx, who) => ownView(tx, who, period)));
    },
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/answers',
    schema: schemaOf(
      may.own,
      'Dat klopt, ik heb een vraag, of er klopt iets niet',
      { body: contract.AnswerBody },
      contract.AnswerView,
    ),
    // Who reads about themselves looks at nobody else.
    config: { policy: may.own, looks: nobody },
    handler: async (request, reply) => {
      const body = request.body as contract.AnswerBody;
      const said = await inside(door, parts, request, (tx, who) => answerLook(tx, who, body));
      if (said.ok) door.committed();
      return answered(reply, said);
    },
  });
};
