import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Door } from '#platform/http/route.ts';
import { type AccountsParts, done, type Outcome } from './acting.ts';
import { type Add, actingAt, keepCookies } from './adding.ts';
import {
  CodeBody,
  Done,
  GoTo,
  InvitationAccept,
  InvitationProvider,
  InvitationToken,
  InvitationView,
  Next,
  NoBody,
  PasskeyBody,
  PasskeyOptions,
  PasswordBody,
  SignInDoors,
} from './contract.ts';
import { accountsPolicies } from './policy.ts';
import { comeBack, goToProvider } from './service-employer.ts';
import { acceptInvitation, lookAtInvitation } from './service-invited.ts';
import {
  askPasskey,
  dropStep,
  signInForCounts,
  signInWithPasskey,
  signInWithPassword,
  signInWithRecovery,
  signInWithTotp,
  waitingIn,
} from './service-sign-in.ts';

type Code = z.infer<typeof CodeBody>;

const { signIn: policy, invited } = accountsPolicies;

const passwordRoutes = (add: Add, door: Door): void => {
  add<z.infer<typeof PasswordBody>, unknown, Next>({
    ...{ method: 'POST', url: '/sign-in/password', policy, attempt: true },
    summary: 'De eerste stap: e-mailadres en wachtwoord',
    body: PasswordBody,
    answer: Next,
    run: ({ body, at }) => signInWithPassword(door.database, body, at),
  });
  add<Code, unknown, Next>({
    ...{ method: 'POST', url: '/sign-in/totp', policy, attempt: true },
    summary: 'De tweede stap: een code uit de app',
    body: CodeBody,
    answer: Next,
    run: ({ body, at }) => at((act) => signInWithTotp(act, body.code)),
  });
  add<Code, unknown, Next>({
    ...{ method: 'POST', url: '/sign-in/recovery', policy, attempt: true },
    summary: 'De tweede stap zonder telefoon: een herstelcode',
    body: CodeBody,
    answer: Next,
    run: ({ body, at }) => at((act) => signInWithRecovery(act, body.code)),
  });
  add({
    ...{ method: 'POST', url: '/sign-in/counts', policy },
    summary: 'Verder zonder tweede stap: alleen aantallen',
    body: NoBody,
    answer: Next,
    run: ({ at }) => at(signInForCounts),
  });
};

const passkeyRoutes = (add: Add): void => {
  add({
    ...{ method: 'POST', url: '/sign-in/passkey/options', policy, attempt: true },
    summary: 'Vraag om een passkey',
    body: NoBody,
    answer: PasskeyOptions,
    run: ({ at }) => at(askPasskey),
  });
  add<z.infer<typeof PasskeyBody>, unknown, Next>({
    ...{ method: 'POST', url: '/sign-in/passkey', policy, attempt: true },
    summary: 'Aanmelden met een passkey',
    body: PasskeyBody,
    answer: Next,
    run: ({ body, at }) => at((act) => signInWithPasskey(act, body.response)),
  });
};

const invitationRoutes = (add: Add, { oidc }: AccountsParts): void => {
  add<z.infer<typeof InvitationToken>, unknown, z.infer<typeof InvitationView>>({
    ...{ method: 'POST', url: '/invitations/look', policy: invited, attempt: true },
    summary: 'Wat er in de uitnodiging staat',
    body: InvitationToken,
    answer: InvitationView,
    run: ({ body, at }) => at((act) => lookAtInvitation(act, body.token)),
  });
  add<z.infer<typeof InvitationAccept>, unknown, Next>({
    ...{ method: 'POST', url: '/invitations/accept', policy: invited, attempt: true },
    summary: 'Neem de uitnodiging aan met een wachtwoord',
    body: InvitationAccept,
    answer: Next,
    run: ({ body, at }) => at((act) => acceptInvitation(act, body)),
  });
  add<z.infer<typeof InvitationProvider>, unknown, z.infer<typeof GoTo>>({
    ...{ method: 'POST', url: '/invitations/provider', policy: invited, attempt: true },
    summary: 'Neem de uitnodiging aan via uw werkgever',
    body: InvitationProvider,
    answer: GoTo,
    run: ({ body, at }) => goToProvider(at, oidc, body),
  });
};

/** The two stops of a trip to an employer's sign-in are pages of the browser: they answer with where to go. */
const providerRoutes = (door: Door, parts: AccountsParts): void => {
  const add = <A>(
    url: string,
    summary: string,
    run: (at: ReturnType<typeof actingAt>, asked: { id: string; query: string }) => Promise<Outcome<A>>,
    to: (outcome: Outcome<A>) => string,
  ): void => {
    door.app.route({
      method: 'GET',
      url: `/api/v1/sign-in/oidc${url}`,
      config: { policy, looks: nobody },
      schema: {
        summary,
        tags: ['aanmelden'],
        description: `${policy.name}: ${policy.why}`,
        response: { '4xx': Problem, '5xx': Problem },
      },
      handler: async (request, reply) => {
        if (parts.practice) return reply.refuse({ code: 'practice-has-no-accounts' });
        const { provider = '' } = request.params as { provider?: string };
        const [, query = ''] = request.url.split('?');
        const outcome = await run(actingAt(door, parts, request), { id: provider, query });
        keepCookies(reply, outcome, parts);
        door.committed();
        return reply.header('cache-control', 'no-store').redirect(to(outcome), 303);
      },
    });
  };
  const turned = (outcome: Outcome<unknown>): string =>
    outcome.kind === 'refused' ? `/?melding=${outcome.refusal.code}` : '/';
  add(
    '/callback',
    'Terug van de aanmelding van uw werkgever',
    (at, { query }) => comeBack(at, parts.oidc, query),
    turned,
  );
  add(
    '/:provider',
    'Naar de aanmelding van uw werkgever',
    (at, { id }) => goToProvider(at, parts.oidc, { provider: id, token: null }),
    (outcome) => (outcome.kind === 'done' ? outcome.answer.location : turned(outcome)),
  );
};

/** Adds the routes with which somebody comes in. */
export const signInRoutes = (add: Add, door: Door, parts: AccountsParts): void => {
  add({
    ...{ method: 'GET', url: '/sign-in', policy, always: true },
    summary: 'Waarmee u zich kunt aanmelden, en welke stap er wacht',
    answer: SignInDoors,
    run: async ({ at }) =>
      done({
        mode: parts.practice ? ('practice' as const) : ('production' as const),
        providers: [...parts.oidc.providers],
        waiting: parts.practice ? null : await at(waitingIn),
      }),
  });
  add({
    ...{ method: 'DELETE', url: '/sign-in', policy },
    summary: 'Begin opnieuw: de stap die wacht is voorbij',
    answer: Done,
    run: ({ at }) => at(dropStep),
  });
  passwordRoutes(add, door);
  passkeyRoutes(add);
  invitationRoutes(add, parts);
  providerRoutes(door, parts);
};
