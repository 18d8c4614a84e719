import { z } from 'zod';
import { ById } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import { ImportAnswer, ImportQuery } from '#modules/region/contract.ts';
import { regionFiles } from '#modules/region/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { fileRoutes } from '#platform/csv/route.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  OwnServices,
  QuestionAnswer,
  QuestionBody,
  SearchAnswer,
  SearchAsk,
  ServiceView,
  StateBody,
} from './contract.ts';
import { serviceFile } from './import-services.ts';
import { openRead } from './open-read.ts';
import type { SocialParts } from './parts.ts';
import { socialPolicies as may } from './policy.ts';
import { conversationRoutes } from './routes-conversation.ts';
import { hsdsRoutes } from './routes-hsds.ts';
import { networkRoutes } from './routes-network.ts';
import { ownConversationRoutes } from './routes-own-conversation.ts';
import { ownNetworkRoutes } from './routes-own-network.ts';
import { referralRoutes } from './routes-referral.ts';
import { askFirst } from './service-ask.ts';
import { commonOf, type Standing, searchServices, standingAt } from './service-search.ts';
import { assure, sayState } from './service-state.ts';
import { serviceView } from './service-view.ts';
import { ownLooks } from './store-search.ts';

const tag = 'sociale kaart';

const looking = (door: Door, { regionOf }: SocialParts): void => {
  const standingOf = async (tx: Tx, now: Instant, pc4: string | undefined): Promise<Standing> =>
    standingAt(now, pc4 === undefined ? null : ((await regionOf(tx)).postcodes.get(pc4) ?? null));
  openRead<unknown, unknown, SearchAnswer, SearchAsk>(door, {
    url: '/api/v1/social/searches',
    summary: 'Zoek hulp in eigen woorden; elk resultaat zegt waarom het erbij staat',
    tag,
    policy: may.map,
    body: SearchAsk,
    answer: SearchAnswer,
    run: async ({ tx, body, now }) => ok(await searchServices(tx, body, await standingOf(tx, now, body.pc4))),
  });
  openRead<unknown, unknown, QuestionAnswer, QuestionBody>(door, {
    url: '/api/v1/social/questions',
    summary:
      'De eerste vraag, in eigen woorden: wat er gehoord is en wie het beste helpt; er wordt niets van bewaard',
    tag,
    policy: may.map,
    body: QuestionBody,
    answer: QuestionAnswer,
    run: async ({ tx, body, now }) =>
      ok(await askFirst(tx, body, await standingOf(tx, now, body.pc4 ?? undefined))),
  });
  openRead<ById, { pc4?: string | undefined }, ServiceView>(door, {
    url: '/api/v1/social/services/:id',
    summary: 'Eén dienst van de sociale kaart, zonder namen van mensen',
    tag,
    policy: may.map,
    params: ById,
    query: SearchAsk.pick({ pc4: true }),
    answer: ServiceView,
    run: async ({ tx, params, query, now, actor }) => {
      const view = await serviceView(tx, params.id, {
        actor,
        standing: await standingOf(tx, now, query.pc4),
      });
      return view === null ? refuse({ code: 'service-unknown' }) : ok(view);
    },
  });
};

const saying = (door: Door): void => {
  read<unknown, unknown, OwnServices>(door, {
    url: '/api/v1/social/own-services',
    summary: 'De diensten van uw eigen organisatie, met wat er het laatst van gezegd is',
    tag,
    policy: may.say,
    answer: OwnServices,
    looks: nobody,
    run: async ({ tx, now }) =>
      ok({ services: (await ownLooks(tx)).map((look) => commonOf(look, standingAt(now, null))) }),
  });
  command<ById, StateBody, ServiceView>(door, {
    url: '/api/v1/social/services/:id/state',
    summary: 'Zeg of er plek is: ja, wachten, nee, of eerst bellen',
    tag,
    policy: may.say,
    params: ById,
    body: StateBody,
    answer: ServiceView,
    looks: nobody,
    run: ({ tx, params, body, actor, now }) => sayState(tx, { id: params.id, actor, now }, body),
  });
  command<ById, Record<string, never>, ServiceView>(door, {
    url: '/api/v1/social/services/:id/assured',
    summary: 'Zeg dat de tekst van deze dienst nog klopt',
    tag,
    policy: may.say,
    params: ById,
    body: z.strictObject({}),
    answer: ServiceView,
    looks: nobody,
    run: ({ tx, params, actor, now }) => assure(tx, { id: params.id, actor, now }),
  });
};

/** Adds the routes of this room. */
export const socialRoutes = (door: Door, parts: SocialParts): void => {
  looking(door, parts);
  saying(door);
  fileRoutes(door, serviceFile, {
    ...regionFiles,
    policy: may.keep,
    tag,
    query: ImportQuery,
    answer: ImportAnswer,
  });
  hsdsRoutes(door);
  conversationRoutes(door, parts);
  ownConversationRoutes(door, parts);
  referralRoutes(door, parts);
  networkRoutes(door, parts);
  ownNetworkRoutes(door, parts);
};
