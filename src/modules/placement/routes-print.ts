import { z } from 'zod';
import { Id } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import type { Category, Look } from '#platform/access-log/types.ts';
import { type Command, command, type Door } from '#platform/http/route.ts';
import { placementPolicies as may } from './policy.ts';
import { tag } from './routes-answer.ts';
import { openOf, requestsById } from './store.ts';

const MOST = 500;

/** What goes on paper: the row of the desk, requests with what is known of them, or the sheet of a ward. */
const PrintBody = z
  .object({ page: z.enum(['row', 'requests', 'ward', 'letter']), requests: z.array(Id).max(MOST) })
  .meta({ id: 'PrintBody' });
type PrintBody = z.infer<typeof PrintBody>;

/** Which of them stand in the log; who asks for others hears nothing of them. */
const Printed = z.object({ requests: z.array(Id) }).meta({ id: 'Printed' });
type Printed = z.infer<typeof Printed>;

/** What each page says of somebody; the name only where the reader knows it. */
const ON_PAPER: Readonly<
  Record<PrintBody['page'], { readonly shows: readonly Category[]; readonly named: boolean }>
> = {
  row: { shows: ['profile'], named: false },
  requests: { shows: ['profile', 'reason-and-care'], named: true },
  ward: { shows: ['profile', 'stay'], named: true },
  letter: { shows: ['profile', 'stay', 'reason-and-care', 'letter'], named: true },
};

const onPaper = async (
  { requests }: Printed,
  { tx, body }: Command<unknown, PrintBody>,
): Promise<readonly Look[]> => {
  const { shows, named } = ON_PAPER[body.page];
  const known = new Set((await openOf(tx, requests)).map(({ requestId }) => requestId));
  return requests.map((objectId) => ({
    ...{ event: 'print', objectType: 'request', objectId },
    categories: named && known.has(objectId) ? [...shows, 'name-and-contact'] : shows,
  }));
};

/** Adds what a screen tells before it prints: paper leaves the house, and of whom it was stands in the log. */
export const printRoute = (door: Door): void => {
  command<unknown, PrintBody, Printed>(door, {
    url: '/api/v1/prints',
    tag,
    summary: 'What is printed of whom, told before it is; whom the reader may not see is left out',
    policy: may.see,
    body: PrintBody,
    answer: Printed,
    looks: onPaper,
    run: async ({ tx, body }) => {
      const found = await requestsById(tx, body.requests);
      return ok({ requests: found.map(({ id }) => id) });
    },
  });
};
