import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import type { Door } from '#platform/http/route.ts';
import type { Letter } from '#platform/outbox/mail.ts';
import { asPerson, asVisitor } from './service-door.ts';
import type { OwnReader } from './service-own.ts';
import type { PeopleCode } from './types.ts';
import type { Visitor } from './types-family.ts';

/** What the person's own door works with. */
export interface OwnParts {
  readonly key: Buffer;
  readonly practice: boolean;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** Sends a letter at once; null: this installation sends no mail. */
  readonly sendNow: ((letter: Letter) => Promise<boolean>) | null;
  /** Where the tower stands, for a link in a letter; null when no letter goes. */
  readonly publicUrl: string | null;
}

/** The cookie of the person: it travels to their own routes and to no other. */
export const COOKIE = 'verkeerstoren-inzage';
/** How the cookie is set, so that it can be taken away too. */
export const cookieOf = ({ practice }: OwnParts) =>
  ({ path: '/api/v1/own', httpOnly: true, sameSite: 'strict', secure: !practice }) as const;

/** How a route of this door is drawn. */
export const schemaOf = (
  policy: Policy,
  summary: string,
  shape: Record<string, unknown>,
  answer: z.ZodType,
) => ({
  summary,
  tags: ['mensen'],
  description: `${policy.name}: ${policy.why}`,
  ...shape,
  response: { 200: answer, '4xx': Problem, '5xx': Problem },
});

/** What stands behind this door is kept by no browser and no proxy. */
export const answered = <T>(reply: FastifyReply, result: Result<T, Refusal>): FastifyReply =>
  result.ok ? reply.header('cache-control', 'no-store').send(result.value) : reply.refuse(result.refusal);

/** Runs the work for the person whose cookie this is. */
export const inside = <T>(
  door: Door,
  parts: OwnParts,
  request: FastifyRequest,
  work: (tx: Tx, reader: OwnReader) => Promise<Result<T, Refusal<PeopleCode>>>,
): Promise<Result<T, Refusal<PeopleCode>>> => {
  const now = door.clock.now();
  return asPerson(door.database, { token: request.cookies[COOKIE], now }, async (tx, who) =>
    work(tx, { ...who, now, region: await parts.regionOf(tx), practice: parts.practice }),
  );
};

/** Runs the work for whose cookie this is: the person, or their relative, for whom the rows open nothing else. */
export const visit = <T, C extends Refusal>(
  door: Door,
  request: FastifyRequest,
  work: (tx: Tx, who: Visitor) => Promise<Result<T, C>>,
): Promise<Result<T, C | Refusal<PeopleCode>>> =>
  asVisitor(door.database, { token: request.cookies[COOKIE], now: door.clock.now() }, work);
