import type { FastifyInstance } from 'fastify';
import type { FieldProblem } from './problem.ts';

const WORDS = {
  nl: 'Er staat een teken in dat niet bewaard kan worden.',
  en: 'It holds a character that cannot be kept.',
} as const;

/** No contract goes deeper; what does is named by where it begins. */
const DEEPEST_NAME = 8;

/** A text that comes back as it was sent: without the empty character, which the database refuses, and without half a sign. */
const canBeKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** A part of what was sent, and where it stands. */
interface Part {
  readonly value: unknown;
  readonly path: readonly string[];
}

/** What a part holds by itself. */
const partsOf = ({ value, path }: Part): Part[] =>
  typeof value !== 'object' || value === null || Buffer.isBuffer(value)
    ? []
    : Object.entries(value).flatMap(([key, each]) => [
        { value: each, path: path.length < DEEPEST_NAME ? [...path, key] : path },
        // The name of a field is a text too.
        { value: key, path },
      ]);

/**
 * Where in what was sent a text stands that cannot be kept; null: nowhere. By a list and not by asking itself again:
 * nothing may be so deep that it ends us.
 */
const unkept = (sent: unknown): readonly string[] | null => {
  const left: Part[] = [{ value: sent, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next.value === 'string' && !canBeKept(next.value)) return next.path;
    for (const part of partsOf(next)) left.push(part);
  }
  return null;
};

/** Refuses what could not be given back as the same text: who sent it hears which field. */
export const refuseUnkept = (app: FastifyInstance): void => {
  app.addHook('preValidation', async (request, reply) => {
    const path = unkept(request.body) ?? unkept(request.query) ?? unkept(request.params);
    if (path === null) return undefined;
    const field: FieldProblem = { path: path.join('.'), ...WORDS };
    return reply.refuse({ code: 'invalid-input' }, [field]);
  });
};
