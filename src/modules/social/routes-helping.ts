import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { answeredToVisitor as answered, maskedEmail, schemaForVisitor } from '#modules/people/index.ts';
import type { OrganisationRecord } from '#modules/region/types.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { dropPages } from '#platform/http/cookies.ts';
import type { Door } from '#platform/http/route.ts';
import * as contract from './contract-helping.ts';
import { EndBody, StepBody } from './contract-referral.ts';
import { maskedMobile, reachOf } from './decide/helping.ts';
import { codeLetter, codeText } from './letter-helping.ts';
import { socialPolicies as may } from './policy.ts';
import { helperLinkRoute } from './routes-helping-link.ts';
import type { HelperParts } from './routes-helping-parts.ts';
import { helperStep, helperView } from './service-helping.ts';
import { askHelperCode, leaveHelping, lookAtLink, openHelping } from './service-helping-door.ts';
import { lookAtRoom, sayRoom } from './service-helping-room.ts';
import type { HelperCode, HelperReach } from './types-helping.ts';
import type { ReferralCommand } from './types-referral.ts';

/** The cookie of who came in by a code: it travels to the routes of this door and to no other. */
export const HELPER_COOKIE = 'verkeerstoren-hulp';
const cookieOf = ({ practice }: HelperParts) =>
  ({ path: '/api/v1/helper', httpOnly: true, sameSite: 'strict', secure: !practice }) as const;

const masked = (reach: HelperReach): string =>
  reach.way === 'mail' ? maskedEmail(reach.to) : maskedMobile(reach.to);

const reachIn = (parts: HelperParts, organisation: OrganisationRecord): HelperReach | null =>
  parts.practice
    ? null
    : reachOf(organisation, { mail: parts.sendNow !== null, messages: parts.textNow !== null });

/** A route of this door: what is asked travels in the body, and what is answered is kept by no browser and under no key. */
const route = (
  door: Door,
  spec: {
    readonly method: 'GET' | 'POST' | 'DELETE';
    readonly url: string;
    readonly summary: string;
    readonly body?: z.ZodType;
    readonly answer: z.ZodType;
    /** The answer tells of somebody; their look stands in the log with it. */
    readonly people?: true;
    readonly run: (request: FastifyRequest, reply: FastifyReply) => Promise<Result<unknown, Refusal>>;
  },
): void => {
  const policy = may.helper;
  const { method, url, summary, body, answer, run } = spec;
  const shape = body === undefined ? {} : { body };
  const schema = { ...schemaForVisitor(policy, summary, shape, answer), tags: ['verwijzingen'] };
  door.app.route({
    ...{ method, url, schema },
    config: { policy, looks: spec.people === true ? 'people' : nobody },
    handler: async (request, reply) => answered(reply, await run(request, reply)),
  });
};

const tokenIn = (request: FastifyRequest): string =>
  (request.body as z.infer<typeof contract.HelperLinkBody>).token;

/** The code goes to the organisation itself, past the outbox: what it says is kept nowhere. */
const sendCode = async (
  parts: HelperParts,
  { code, organisation, until }: { code: string; organisation: OrganisationRecord; until: number },
): Promise<Result<contract.HelperCodeView, Refusal<HelperCode>>> => {
  const view = { until: isoFromInstant(until) };
  if (parts.practice) return ok({ ...view, sentTo: null, practiceCode: code });
  const reach = reachIn(parts, organisation);
  if (reach === null) return refuse({ code: 'helper-unreachable' });
  const sent =
    reach.way === 'mail'
      ? await parts.sendNow?.(codeLetter(reach.to, code))
      : await parts.textNow?.(codeText(reach.to, code));
  return sent === true
    ? ok({ ...view, sentTo: masked(reach), practiceCode: null })
    : refuse({ code: 'helper-code-not-sent' });
};

const doorRoutes = (door: Door, parts: HelperParts): void => {
  const { database, clock } = door;
  route(door, {
    method: 'POST',
    url: '/api/v1/helper/look',
    summary: 'Wacht er iets achter deze link, en voor welke organisatie',
    body: contract.HelperLinkBody,
    answer: contract.HelperLook,
    run: async (request) => {
      const behind = await lookAtLink(database, tokenIn(request), clock.now());
      if (!behind.ok) return behind;
      const { organisation } = behind.value;
      const reach = reachIn(parts, organisation);
      return ok({
        ...{ organisation: organisation.name, practice: parts.practice },
        codeTo: reach === null ? null : masked(reach),
      });
    },
  });
  route(door, {
    method: 'POST',
    url: '/api/v1/helper/code',
    summary: 'Vraag een code; hij gaat naar het adres dat de organisatie zelf opgaf',
    body: contract.HelperLinkBody,
    answer: contract.HelperCodeView,
    run: async (request) => {
      const ask = { token: tokenIn(request), key: parts.codeKey, now: clock.now() };
      const asked = await askHelperCode(database, ask);
      return asked.ok ? sendCode(parts, asked.value) : asked;
    },
  });
};

const sessionRoutes = (door: Door, parts: HelperParts): void => {
  const { database, clock } = door;
  route(door, {
    method: 'POST',
    url: '/api/v1/helper/session',
    summary: 'Ga naar binnen met de code; een half uur staat deze ene verwijzing open',
    body: contract.HelperOpenBody,
    answer: contract.HelperOpen,
    run: async (request, reply) => {
      const typed = request.body as z.infer<typeof contract.HelperOpenBody>;
      const now = clock.now();
      const opened = await openHelping(database, { ...typed, key: parts.codeKey, now });
      if (opened.kind === 'no') return refuse(opened.refusal);
      if (opened.kind !== 'open') return refuse({ code: `helper-code-${opened.kind}` });
      // One referral at a time: what stood open on this device before is closed.
      const before = request.cookies[HELPER_COOKIE];
      if (before !== undefined) await leaveHelping(database, before, now);
      reply.setCookie(HELPER_COOKIE, opened.token, cookieOf(parts));
      // Who opens it has seen it; who opened it before did already.
      await helperStep(database, { token: opened.token, now }, { step: 'seen' }, parts);
      door.committed();
      return ok({ until: isoFromInstant(opened.until) });
    },
  });
  route(door, {
    method: 'DELETE',
    url: '/api/v1/helper/session',
    summary: 'Sluit de verwijzing op dit apparaat',
    answer: z.object({}),
    run: async (request, reply) => {
      const token = request.cookies[HELPER_COOKIE];
      if (token !== undefined) await leaveHelping(database, token, clock.now());
      dropPages(reply, parts.practice).clearCookie(HELPER_COOKIE, cookieOf(parts));
      return ok({});
    },
  });
};

const insideRoutes = (door: Door, parts: HelperParts): void => {
  const come = (request: FastifyRequest) => ({
    token: request.cookies[HELPER_COOKIE],
    now: door.clock.now(),
  });
  route(door, {
    method: 'GET',
    url: '/api/v1/helper/referral',
    summary: 'De ene verwijzing: wie, welke vraag, en wat er al gebeurde; nooit een BSN',
    answer: contract.HelperReferral,
    people: true,
    run: (request) => helperView(door.database, come(request), parts),
  });
  const step = (
    of: ReferralCommand['step'],
    summary: string,
    body: z.ZodType<StepBody> | z.ZodType<EndBody>,
  ) =>
    route(door, {
      ...{ method: 'POST', url: `/api/v1/helper/referral/${of}`, summary, body, people: true },
      answer: contract.HelperReferral,
      run: async (request) => {
        const command = { ...(request.body as StepBody | EndBody), step: of } as ReferralCommand;
        const done = await helperStep(door.database, come(request), command, parts);
        if (done.ok) door.committed();
        return done;
      },
    });
  step('accepted', 'Wij pakken deze verwijzing op', StepBody as z.ZodType<StepBody>);
  step('contacted', 'Wij spraken de persoon', StepBody as z.ZodType<StepBody>);
  step('active', 'De hulp is begonnen', StepBody as z.ZodType<StepBody>);
  step('ended', 'Wat eruit kwam, en waarom', EndBody as z.ZodType<EndBody>);
};

/** One tap by the link of a service; it opens nobody, so it asks no code. */
const roomRoutes = (door: Door, parts: HelperParts): void => {
  const come = (request: FastifyRequest) => ({
    token: tokenIn(request),
    key: parts.linkKey,
    now: door.clock.now(),
  });
  route(door, {
    method: 'POST',
    url: '/api/v1/helper/room/look',
    summary: 'Wat de kaart zegt over de plek bij één dienst, voor wie de link daarvan heeft',
    body: contract.HelperLinkBody,
    answer: contract.RoomView,
    run: (request) => lookAtRoom(door.database, come(request)),
  });
  route(door, {
    method: 'POST',
    url: '/api/v1/helper/room',
    summary: 'Eén tik: er is plek, na wachten, niet tot een dag, of eerst bellen',
    body: contract.RoomBody as z.ZodType<contract.RoomBody>,
    answer: contract.RoomView,
    run: async (request) => {
      const { token: _token, ...said } = request.body as contract.RoomBody;
      const done = await sayRoom(door.database, come(request), said);
      if (done.ok) door.committed();
      return done;
    },
  });
};

/** Adds the door of small organisations that take part without an account. */
export const helperRoutes = (door: Door, parts: HelperParts): void => {
  doorRoutes(door, parts);
  sessionRoutes(door, parts);
  insideRoutes(door, parts);
  roomRoutes(door, parts);
  helperLinkRoute(door, parts);
};
