import { lookAtRequest } from '#modules/placement/index.ts';
import type { Category, Look } from '#platform/access-log/types.ts';
import type { Ward } from './contract.ts';

/** Of whom a ward's sheet shows something: one look for each person, with all that stands on it of them. */
export const seenOnWard = ({ places, incoming }: Ward): readonly Look[] => {
  const seen = new Map<string, Set<Category>>();
  const add = (requestId: string, categories: readonly Category[]): void => {
    const known = seen.get(requestId) ?? new Set();
    for (const category of categories) known.add(category);
    seen.set(requestId, known);
  };
  for (const { request } of incoming) add(request.id, lookAtRequest('list', request).categories);
  for (const { requestId, name } of places.flatMap(({ claims }) => claims)) {
    // A bed that is taken says nothing of who lies there, unless the reader is a party to the request.
    if (requestId !== null)
      add(requestId, name === null ? ['profile', 'stay'] : ['profile', 'stay', 'name-and-contact']);
  }
  return [...seen].map(([objectId, categories]) => ({
    event: 'list',
    objectType: 'request',
    objectId,
    categories: [...categories],
  }));
};
