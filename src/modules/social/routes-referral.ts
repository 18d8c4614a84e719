import { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { knownByName } from '#modules/people/index.ts';
import type { Region } from '#modules/region/types.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { AccessEvent } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import { type Command, command, type Door, read } from '#platform/http/route.ts';
import {
  EndBody,
  KnownBody,
  KnownPeople,
  LateReferrals,
  PassOnBody,
  ReferBody,
  ReferralAnswer,
  ReferralList,
  StepBody,
  UnmetHelp,
} from './contract-referral.ts';
import { eachKnown, eachReferral, oneReferral } from './looks-referral.ts';
import { socialPolicies as may } from './policy.ts';
import { type ActingFor, markRead, passOn, refer, takeStep } from './service-referral.ts';
import type { ReferralCommand } from './types-referral.ts';
import { viewInbox, viewReferral, viewSent } from './view-referral.ts';
import { viewLate, viewUnmet } from './view-unmet.ts';

const tag = 'verwijzingen';

interface ReferralParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
}

const byOf = ({ actor, now }: Pick<Command<unknown, unknown>, 'actor' | 'now'>): ActingFor => ({
  ...{ actor: actor.id, byName: actor.name, organisationId: actor.organisationId, now },
});

const readingRoutes = (door: Door, { regionOf }: ReferralParts): void => {
  read<unknown, unknown, ReferralList>(door, {
    url: '/api/v1/referrals',
    summary: 'Wat uw organisatie verwees, en wat ervan kwam',
    ...{ tag, policy: may.sent, answer: ReferralList, looks: eachReferral },
    run: async ({ tx, now }) => ok(await viewSent(tx, { now, region: await regionOf(tx) })),
  });
  read<unknown, unknown, ReferralList>(door, {
    url: '/api/v1/referrals/inbox',
    summary: 'Wat bij uw organisatie binnenkwam, wie het langst wacht eerst',
    ...{ tag, policy: may.receive, answer: ReferralList, looks: eachReferral },
    run: async ({ tx, now }) => ok(await viewInbox(tx, { now, region: await regionOf(tx) })),
  });
  read<ById, unknown, ReferralAnswer>(door, {
    url: '/api/v1/referrals/:id',
    summary: 'Eén verwijzing, voor wie verwees en voor wie haar kreeg',
    ...{ tag, policy: may.oneReferral, params: ById, answer: ReferralAnswer, looks: oneReferral('read') },
    run: async ({ tx, params, now }) => viewReferral(tx, params.id, { now, region: await regionOf(tx) }),
  });
};

const countingRoutes = (door: Door, { regionOf }: ReferralParts): void => {
  read<unknown, unknown, LateReferrals>(door, {
    url: '/api/v1/referrals/late',
    summary: 'Bij welke hulp een verwijzing blijft liggen, zonder over wie het gaat',
    ...{ tag, policy: may.late, answer: LateReferrals, looks: nobody },
    run: async ({ tx }) => ok(await viewLate(tx, await regionOf(tx))),
  });
  read<unknown, unknown, UnmetHelp>(door, {
    url: '/api/v1/referrals/unmet',
    summary: 'Welke hulp er het laatste jaar niet was, geteld zonder personen',
    ...{ tag, policy: may.unmet, answer: UnmetHelp, looks: nobody },
    run: async ({ tx, now }) => ok(await viewUnmet(tx, now)),
  });
};

/** One act on a referral: where, in words, who may, and what it does; it answers the referral as it stands afterwards. */
interface Act<P, B> {
  readonly url: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly params?: z.ZodObject;
  readonly body: z.ZodType<B>;
  readonly versioned?: boolean;
  readonly event?: AccessEvent;
  readonly run: (act: Command<P, B>) => Promise<Result<string, Refusal>>;
}

const acting =
  (door: Door, { regionOf }: ReferralParts) =>
  <P, B>({ url, run, event = 'change', ...act }: Act<P, B>): void =>
    command<P, B, ReferralAnswer>(door, {
      ...{ url: `/api/v1/referrals${url}`, tag, ...act, answer: ReferralAnswer, looks: oneReferral(event) },
      run: async (asked) => {
        const done = await run(asked);
        const looking = { now: asked.now, region: await regionOf(asked.tx) };
        return done.ok ? viewReferral(asked.tx, done.value, looking) : done;
      },
    });

type Acted = ReturnType<typeof acting>;

const stepping = <B>(
  act: Acted,
  of: Pick<Act<ById, B>, 'summary' | 'policy' | 'body'> & { readonly step: ReferralCommand['step'] },
  commandOf: (body: B) => ReferralCommand,
): void => {
  const { step, ...spec } = of;
  act<ById, B>({
    ...{ url: `/:id/${step}`, params: ById, versioned: true, ...spec },
    run: ({ tx, params, version, body, ...asked }) =>
      takeStep(tx, { id: params.id, version, command: commandOf(body) }, byOf(asked)),
  });
};

const receivingRoutes = (act: Acted): void => {
  const policy = may.receive;
  const steps = [
    ['seen', 'De verwijzing is gezien'],
    ['accepted', 'De verwijzing is opgepakt'],
    ['contacted', 'Het eerste contact met de persoon is geweest'],
    ['active', 'De hulp loopt'],
  ] as const;
  for (const [step, summary] of steps)
    stepping<StepBody>(act, { step, summary, policy, body: StepBody }, ({ words }) => ({ step, words }));
  stepping<EndBody>(
    act,
    { step: 'ended', summary: 'Klaar: wat ervan kwam en waarom', policy, body: EndBody },
    (end) => ({ step: 'ended', ...end }),
  );
  act<ById, PassOnBody>({
    ...{ url: '/:id/passed-on', policy, params: ById, body: PassOnBody, versioned: true },
    summary: 'Geeft de vraag door aan andere hulp, met een ja van de persoon; antwoordt de nieuwe verwijzing',
    run: ({ tx, params, version, body, ...asked }) =>
      passOn(tx, { id: params.id, version, body }, byOf(asked)),
  });
};

const referringRoutes = (act: Acted): void => {
  act<unknown, ReferBody>({
    ...{ url: '', policy: may.refer, body: ReferBody, event: 'add' },
    summary: 'Verwijst iemand naar een hulp, met de vraag in eigen woorden en een ja van de persoon',
    run: ({ tx, body, ...asked }) => refer(tx, body, byOf(asked)),
  });
  stepping<StepBody>(
    act,
    { step: 'withdrawn', summary: 'Trekt de verwijzing in', policy: may.sent, body: StepBody },
    ({ words }) => ({ step: 'withdrawn', words }),
  );
  act<ById, object>({
    ...{ url: '/:id/read', policy: may.sent, params: ById, body: z.strictObject({}), event: 'read' },
    summary: 'Wie verwees heeft gezien wat ervan kwam',
    run: ({ tx, params, ...asked }) => markRead(tx, params.id, byOf(asked)),
  });
};

/** Whom somebody means is nobody's address: the letters travel in the body. */
const knownRoute = (door: Door): void =>
  command<unknown, KnownBody, KnownPeople>(door, {
    url: '/api/v1/referrals/people',
    summary: 'Mensen die uw organisatie kent, met deze letters in hun naam',
    ...{ tag, policy: may.refer, body: KnownBody, answer: KnownPeople, looks: eachKnown },
    run: async ({ tx, body }) => {
      const found = await knownByName(tx, body.name);
      return ok({ people: found.map(({ id, name, birthDate }) => ({ id, name, birthDate })) });
    },
  });

/** Adds the routes of referrals. */
export const referralRoutes = (door: Door, parts: ReferralParts): void => {
  readingRoutes(door, parts);
  countingRoutes(door, parts);
  knownRoute(door);
  receivingRoutes(acting(door, parts));
  referringRoutes(acting(door, parts));
};
