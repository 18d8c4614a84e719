import type { FastifyError } from 'fastify';
import { z } from 'zod';
import type { FieldProblem } from './problem.ts';

type Sentence = (issue: Record<string, unknown>) => string;

const { localeError: dutch } = z.locales.nl() as { localeError: Sentence };
const { localeError: english } = z.locales.en() as { localeError: Sentence };

/** The fields that are wrong, twenty at most, in both languages. A sentence of our own contracts is Dutch already. */
export const fieldsOf = (error: FastifyError): FieldProblem[] =>
  (error.validation ?? []).slice(0, 20).map(({ keyword, instancePath, message, params }) => {
    const issue = { ...params, code: keyword, path: [] };
    const en = english(issue);
    return {
      path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
      nl: message === undefined || message === en ? dutch(issue) : message,
      en,
    };
  });
