import { useEffect, useState } from 'react';
import type { HandoverAnswer, HandoverView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import { readAgain } from '#web/api/queries.ts';
import { useKeptOnLeave } from '#web/rooms/stay/use-kept-on-leave.ts';
import { bodyOf } from './draft.ts';
import { begunWith, makeKeeper, type Shelf } from './keeper.ts';

/** Where a handover is written: with its stay, or with its request. */
export const placeOf = ({
  direction,
  stayId,
  requestId,
}: Pick<HandoverView, 'direction' | 'stayId' | 'requestId'>): string =>
  direction === 'out' ? `/api/v1/stays/${stayId}/handover` : `/api/v1/requests/${requestId}/handover`;

/** A command on a handover; everybody who shows one reads again. */
export const actOn = async (
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  version?: number,
): Promise<HandoverView> => {
  const options = version === undefined ? {} : { ifMatch: `"${version}"` };
  const { handover } = await call<HandoverAnswer>(method, path, body, options);
  void readAgain(['stay', 'handover']);
  if (handover === null) throw new Error('an act on a handover answers with it');
  return handover;
};

const SHELF: Shelf = {
  put: (view, typed) => actOn('PUT', placeOf(view), { sections: bodyOf(typed) }, view.version),
  get: async (view) => (await call<HandoverAnswer>('GET', placeOf(view))).handover,
};

/** A handover while it is on the screen to be written; who leaves the page leaves nothing behind. */
export const useWriting = (read: HandoverView) => {
  const [held, setHeld] = useState(() => begunWith(read));
  const [keeper] = useState(() => makeKeeper(SHELF, read, setHeld));
  useEffect(() => keeper.adopt(read), [keeper, read]);
  useKeptOnLeave(keeper);
  return { ...held, ...keeper };
};

/** A handover while it is written. */
export type Writing = ReturnType<typeof useWriting>;
