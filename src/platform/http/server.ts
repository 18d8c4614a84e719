import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
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
import { doorRefusals, type FieldProblem, problemOf } from './problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    session: Session | null;
  }
  interface FastifyReply {
    refuse(refusal: Refusal, fields?: readonly FieldProblem[]): FastifyReply;
  }
  interface FastifyInstance {
    /** Every route, and whether it said whom its answer shows. */
    readonly doors: readonly Said[];
  }
  interface FastifyContextConfig {
    policy?: Policy;
  }
}

    /** Whether the answer shows somebody; a route that shows people writes every look. */
    looks?: 'nobody' | 'people';
interface Said {
  readonly method: string;
  readonly url: string;
  readonly looks: 'nobody' | 'people' | null;
}

/** What the server needs from the house to start answering. */
export interface ServerParts {
  readonly refusals: RefusalTexts;
  readonly identify: (token: string | undefined, bearer: string | undefined) => Promise<Session | null>;
  /** What the database refuses by name of its constraint, as the refusal it means; the decision should have said it first. */
  readonly constraints?: Readonly<Record<string, string>>;
  readonly practice: boolean;
  /** Other hosts that browsers may fetch pictures from; usually none. */
  readonly imagesFrom?: readonly string[];
  readonly logLevel: string;
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
  return isDatabaseAway(error) ? 'database-away' : 'fault';
};

const securityHeaders = (elsewhere: readonly string[]) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
  if (error.code === 'ACCESS_LOG') return 'log-away';
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      // Mantine writes element styles; scripts stay strict.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', ...elsewhere],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'", ...elsewhere],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
  hsts: { maxAge: 31_536_000 },
});

const constraintOf = (error: Error & { constraint?: string }, parts: ServerParts): string | undefined =>
  parts.constraints?.[error.constraint ?? ''];

const addRefusing = (app: FastifyInstance, parts: ServerParts): void => {
  const texts: RefusalTexts = { ...doorRefusals, ...parts.refusals };
  app.decorateReply(
    'refuse',
    function (this: FastifyReply, refusal: Refusal, fields?: readonly FieldProblem[]) {
      const problem = problemOf(refusal, texts, fields);
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
      request.log.error({ route: request.routeOptions.url, name: error.name, stack: error.stack }, 'fault');
    return reply.refuse({ code }, code === 'invalid-input' ? fieldsOf(error) : undefined);
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
            serializers: { req: (request) => ({ method: request.method, route: request.routeOptions?.url }) },
          },
    // An address that cannot even be read does not exist.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      if (parts.practice) reply.header('x-oefenregio', 'OEFENREGIO');
      const problem = problemOf({ code: 'not-found' }, doorRefusals);
      void reply
        .code(problem.status)
        .type('application/problem+json')
        .serializer(JSON.stringify)
        .send(problem);
    },
    bodyLimit: 1_048_576,
    forceCloseConnections: true,
    // A signed link is longer than the hundred letters a part of an address has otherwise.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addRefusing(app, parts);
  await app.register(fastifyCookie);
  const doors: Said[] = [];
  app.decorate('doors', doors);
  app.addHook('onRoute', ({ method, url, config }) => {
    doors.push({ method: String(method), url, looks: config?.looks ?? null });
  });
  await app.register(fastifyHelmet, securityHeaders(parts.imagesFrom ?? []));
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Verkeerstoren',
        version: parts.version,
        description: 'Van een telefoontje naar een bevestigde plek.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('session', null);
  const { name: cookie } = sessionCookie(parts.practice);
  app.addHook('onRequest', async (request, reply) => {
    if (parts.practice) reply.header('x-oefenregio', 'OEFENREGIO');
    reply.header('api-version', '1.0.0');
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    request.session = await parts.identify(request.cookies[cookie], bearer);
    request.actor = request.session?.actor ?? null;
  });
  return app;
};
