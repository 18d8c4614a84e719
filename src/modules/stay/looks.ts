import type { AccessEvent, Category, Look } from '#platform/access-log/types.ts';
import type { StayView } from './contract.ts';

/** What a stay shows of the person, in this answer. */
const lookAtStay = (event: AccessEvent, stay: StayView): Look => {
  const categories: Category[] = ['profile', 'stay'];
  if (stay.person !== null) categories.push('name-and-contact');
  if (stay.question !== null) categories.push('reason-and-care');
  return { event, objectType: 'stay', objectId: stay.id, categories };
};

/** The looks of an answer with one stay in it. */
export const oneStay =
  (event: AccessEvent) =>
  ({ stay }: { readonly stay: StayView }): readonly Look[] => [lookAtStay(event, stay)];

/** A look at a stay through its address, when the answer itself does not name it. */
export const stayInAddress =
  (event: AccessEvent, categories: readonly Category[]) =>
  (_answer: unknown, ask: { readonly params: { readonly id: string } }): readonly Look[] => [
    { event, objectType: 'stay', objectId: ask.params.id, categories },
  ];
