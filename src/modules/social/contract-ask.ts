import { z } from 'zod';
import { Pc4 } from '#kernel/contract.ts';
import { SearchAnswer, ServiceHit } from './contract.ts';

const MOST_CHOSEN = 4;

/** The first question: what is the matter, and which of the needs that were named somebody meant. */
export const QuestionBody = z
  .strictObject({
    words: z.string().trim().min(1).max(200),
    pc4: Pc4.nullable().default(null),
    /** Codes of needs that were tapped; then those count and not what was heard. */
    needs: z.array(z.string().max(40)).max(MOST_CHOSEN).default([]),
  })
  .meta({ id: 'FirstQuestion' });
export type QuestionBody = z.infer<typeof QuestionBody>;

/** A result with how to reach it, without names of people. */
export const Helper = ServiceHit.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  url: z.string().nullable(),
  address: z.string().nullable(),
}).meta({ id: 'Helper' });
export type Helper = z.infer<typeof Helper>;

/** What was heard, what may lie behind it, and who helps best. */
export const QuestionAnswer = z
  .object({
    heard: SearchAnswer.shape.heard,
    beside: z.array(z.object({ code: z.string(), nl: z.string(), en: z.string() })),
    helpers: z.array(Helper),
    total: z.number().int(),
  })
  .meta({ id: 'FirstQuestionAnswer' });
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
