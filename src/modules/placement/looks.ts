import { personWithBsn } from '#modules/people/index.ts';
import type { AccessEvent, Category, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RequestView, Running } from './contract.ts';
import type { ForWhom } from './service-running.ts';

/** What a request shows of the person behind it, in this answer. */
const categoriesOf = ({ person, open, triage, consult, messages }: RequestView): Category[] => {
  const seen: Category[] = ['profile', 'reason-and-care'];
  if (person !== null || open !== null) seen.push('name-and-contact');
  if (triage.answers.length > 0 || consult !== null) seen.push('triage');
  if (messages.length > 0) seen.push('messages');
  return seen;
};

/** A look at one request, with what this answer shows of it. */
export const lookAtRequest = (event: AccessEvent, request: RequestView): Look => ({
  event,
  objectType: 'request',
  objectId: request.id,
  categories: categoriesOf(request),
});

/** The looks of an answer with one request in it. */
export const oneRequest =
  (event: AccessEvent) =>
  ({ request }: { readonly request: RequestView }): readonly Look[] => [lookAtRequest(event, request)];

/** The looks of a list: one for each who stands in it. */
export const eachRequest = ({ requests }: { readonly requests: readonly RequestView[] }): readonly Look[] =>
  requests.map((request) => lookAtRequest('list', request));

/** A look at a request through its address, when the answer itself does not name it. */
export const requestInAddress =
  (categories: readonly Category[]) =>
  (_answer: unknown, ask: { readonly params: { readonly id: string } }): readonly Look[] => [
    { event: 'read', objectType: 'request', objectId: ask.params.id, categories },
  ];

/** Somebody was looked for. Whoever was found is told; so is who is only said to have a request elsewhere. */
export const searched = async (
  { running, elsewhere }: Running,
  { tx, body }: { readonly tx: Tx; readonly body: ForWhom },
): Promise<readonly Look[]> => {
  const look = { event: 'search', categories: ['profile'] } as const;
  if (running !== null) return [{ ...look, objectType: 'request', objectId: running.requestId }];
  if ('id' in body) return [{ ...look, objectType: 'person', objectId: body.id }];
  const { bsn = null, birthDate } = body;
  const personId = elsewhere && bsn !== null ? await personWithBsn(tx, bsn, birthDate) : null;
  return [
    { ...look, objectType: 'search', objectId: null, categories: elsewhere ? ['profile'] : [], personId },
  ];
};

/** A file that was opened. */
export const openedDocument = (_answer: unknown, ask: { readonly documentId: string }): readonly Look[] => [
  { event: 'read', objectType: 'document', objectId: ask.documentId, categories: ['letter'] },
];
