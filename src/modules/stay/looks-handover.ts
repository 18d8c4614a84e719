import type { AccessEvent, Category, Look } from '#platform/access-log/types.ts';
import type { HandoverAnswer, HandoverList, HandoverView } from './contract-handover.ts';

const categoriesOf = ({ person, files }: HandoverView): Category[] => {
  const seen: Category[] = ['reason-and-care', 'stay'];
  if (person !== null) seen.push('name-and-contact');
  if (files.length > 0) seen.push('letter');
  return seen;
};

/** What a handover shows; one that is not kept yet shows the request or the stay it is made of. */
const lookAt = (event: AccessEvent, handover: HandoverView): Look => {
  const { id, stayId, requestId } = handover;
  const categories = categoriesOf(handover);
  if (id !== null) return { event, objectType: 'handover', objectId: id, categories };
  return stayId === null
    ? { event, objectType: 'request', objectId: requestId, categories }
    : { event, objectType: 'stay', objectId: stayId, categories };
};

/** The looks of an answer with one handover in it. */
export const oneHandover =
  (event: AccessEvent) =>
  ({ handover }: HandoverAnswer): readonly Look[] =>
    handover === null ? [] : [lookAt(event, handover)];

/** The looks of a list: one for each who stands in it. */
export const eachHandover = ({ handovers }: HandoverList): readonly Look[] =>
  handovers.map(({ id, person }) => ({
    ...{ event: 'list', objectType: 'handover', objectId: id },
    categories: person === null ? ['profile'] : ['profile', 'name-and-contact'],
  }));

/** A file of a handover that was opened. */
export const openedHandoverFile = (
  _answer: unknown,
  ask: { readonly handoverId: string },
): readonly Look[] => [
  { event: 'read', objectType: 'handover', objectId: ask.handoverId, categories: ['letter'] },
];
