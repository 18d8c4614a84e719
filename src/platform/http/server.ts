import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifySwagger from '@fastify/swagger';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Refusal, RefusalTexts } from '#kernel/refusal.ts';
import type { Actor, Policy, Session } from './actor.ts';
import { sessionCookie } from './cookies.ts';
import { fieldsOf } from './fields.ts';
import { contentPolicy } from './headers.ts';
import { addLimits, type Limits } from './limits.ts';
import { allowOrigin, comesFromUs, proofOf } from './origin.ts';
import { closePages, type OpenPage } from './pages.ts';
import { doorRefusals, type FieldProblem, problemOf } from './problem.ts';
import { refuseUnkept } from './text.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    session: Session | null;
  }
  interface FastifyInstance {
    /** Every route, and whether it said whom its answer shows. */
    readonly doors: readonly Said[];
  }
  interface FastifyReply {
    refuse(refusal: Refusal, fields?: readonly FieldProblem[]): FastifyReply;
  }
  interface FastifyContextConfig {
    policy?: Policy;
    /** Whether the answer shows somebody; a route that shows people writes every look. */
    looks?: 'nobody' | 'people';
  }
}

/** A screen says when nobody touched it for a while; what stays open to listen is nobody's question either. */
const isByItself = ({ headers }: FastifyRequest): boolean =>
  headers['x-by-itself'] !== undefined || headers.accept === 'text/event-stream';

interface Said {
  readonly method: string;
  readonly url: string;
  readonly looks: 'nobody' | 'people' | null;
}

/** What the server needs from the house to start answering. */
export interface ServerParts {
  readonly refusals: RefusalTexts;
  readonly identify: (
    token: string | undefined,
    bearer: string | undefined,
    byItself: boolean,
  ) => Promise<Session | null>;
  /** What the database refuses by name of its constraint, as the refusal it means; the decision should have said it first. */
  readonly constraints?: Readonly<Record<string, string>>;
  readonly practice: boolean;
  /** Other hosts that browsers may fetch pictures from; usually none. */
  readonly imagesFrom?: readonly string[];
  /** Origins of other sites whose pages may read answers, with a token; usually none. */
  readonly origins?: readonly string[] | undefined;
  /** Proxies in front (addresses or networks) whose word about the address of a caller counts; left out, none. */
  readonly trustProxy?: readonly string[] | undefined;
  /** Pages about the tower itself that open for who is not signed in; left out, all in practice and none otherwise. */
  readonly openPages?: readonly OpenPage[] | undefined;
  /** How much one user may ask; left out, there is no limit. */
  readonly limits?: Limits | undefined;
  readonly logLevel: string;
  /** Where log lines go; left out, to standard output. */
  readonly logTo?: { write(line: string): void };
  readonly version: string;
}

const DATABASE_AWAY = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\d{3}|53300)$/;

const isDatabaseAway = (error: Error & { code?: string }): boolean =>
  DATABASE_AWAY.test(error.code ?? '') ||
  /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message);

const codeOf = (error: FastifyError): keyof typeof doorRefusals => {
  if (hasZodFastifySchemaValidationErrors(error) || error.statusCode === 400 || error.statusCode === 415)
    return 'invalid-input';
  if (error.statusCode === 413) return 'too-large';
  if (error.statusCode === 429) return 'too-many';
  if (error.code === 'ACCESS_LOG') return 'log-away';
  return isDatabaseAway(error) ? 'database-away' : 'fault';
};

/** The policy of a page depends on where its pictures come from and stays the same otherwise: written out once, not per request. */
const OTHER_HEADERS = {
  contentSecurityPolicy: false,
  referrerPolicy: { policy: 'no-referrer' as const },
  hsts: { maxAge: 31_536_000 },
};

/** What an answer carries that is sent before any hook runs. */
const WITHOUT_HOOKS = {
  'content-security-policy': contentPolicy({}),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;

const constraintOf = (error: Error & { constraint?: string }, parts: ServerParts): string | undefined =>
  parts.constraints?.[error.constraint ?? ''];

/** Where in the code it went wrong. A stack begins with the message, and that may hold what somebody typed. */
const placesOf = ({ name, message, stack = '' }: Error): string[] =>
  stack
    .replace(`${name}: ${message}`, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());

const addRefusing = (app: FastifyInstance, parts: ServerParts): void => {
  const texts: RefusalTexts = { ...doorRefusals, ...parts.refusals };
  app.decorateReply(
    'refuse',
    function (this: FastifyReply, refusal: Refusal, fields?: readonly FieldProblem[]) {
      const problem = problemOf(refusal, texts, fields);
      // Who tries what is not theirs leaves a line: where and who, never what was typed.
      if (problem.status === 403 || problem.status === 429)
        this.log.warn(
          { code: refusal.code, route: this.request.routeOptions.url, actor: this.request.actor?.id ?? null },
          'refused',
        );
      // Who asks too much is told when to come back.
      if (problem.status === 429) this.header('retry-after', String(refusal.params?.['seconds'] ?? 5));
      return this.status(problem.status)
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(problem);
    },
  );
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = constraintOf(error, parts) ?? codeOf(error);
    // The message may hold what somebody typed; the log gets where and what kind, never the words.
    if (code === 'fault')
      request.log.error({ route: request.routeOptions.url, name: error.name, at: placesOf(error) }, 'fault');
    return reply.refuse({ code }, code === 'invalid-input' ? fieldsOf(error) : undefined);
  });
};

/** The drawing of the API, made from the contracts. */
const describeApi = async (app: FastifyInstance, version: string): Promise<void> => {
  const description = 'Van een telefoontje naar een bevestigde plek.';
  await app.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Verkeerstoren', version, description } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
};

/** A Fastify server with the manners of the house: problem+json, cookies, headers, OpenAPI, no personal data in logs. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const app = Fastify({
    logger:
      parts.logLevel === 'silent'
        ? false
        : {
            level: parts.logLevel,
            ...(parts.logTo === undefined ? {} : { stream: parts.logTo }),
            serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
          },
    // An address that cannot even be read does not exist.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      if (parts.practice) reply.header('x-oefenregio', 'OEFENREGIO');
      reply.headers(WITHOUT_HOOKS);
      const problem = problemOf({ code: 'not-found' }, doorRefusals);
      void reply
        .code(problem.status)
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(problem);
    },
    bodyLimit: 1_048_576,
    trustProxy:
      parts.trustProxy === undefined || parts.trustProxy.length === 0 ? false : [...parts.trustProxy],
    forceCloseConnections: true,
    // A signed link is longer than the hundred letters a part of an address has otherwise.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  });
  const doors: Said[] = [];
  app.decorate('doors', doors);
  app.addHook('onRoute', ({ method, url, config }) => {
    doors.push({ method: String(method), url, looks: config?.looks ?? null });
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addRefusing(app, parts);
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, OTHER_HEADERS);
  await describeApi(app, parts.version);
  app.decorateRequest('actor', null);
  app.decorateRequest('session', null);
  const { name: cookie } = sessionCookie(parts.practice);
  const policy = contentPolicy(parts);
  const origins = new Set(parts.origins ?? []);
  app.addHook('onRequest', async (request, reply) => {
    if (parts.practice) reply.header('x-oefenregio', 'OEFENREGIO');
    reply.header('api-version', '1.0.0');
    reply.header('content-security-policy', policy);
    // What the API tells stays in no cache, unless its route says how.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (allowOrigin(request, reply, origins)) return reply.status(204).send();
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer === undefined && !comesFromUs(proofOf(request), !parts.practice))
      return reply.refuse({ code: 'foreign-origin' });
    request.session = await parts.identify(request.cookies[cookie], bearer, isByItself(request));
    request.actor = request.session?.actor ?? null;
    return undefined;
  });
  closePages(app, parts.openPages ?? (parts.practice ? ['docs', 'metrics'] : []));
  if (parts.limits !== undefined) addLimits(app, parts.limits);
  refuseUnkept(app);
  return app;
};
