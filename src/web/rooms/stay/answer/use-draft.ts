import { useEffect, useState } from 'react';
import type { AnswerAnswer, AnswerView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import { readAgain } from '#web/api/queries.ts';
import { useKeptOnLeave } from '#web/rooms/stay/use-kept-on-leave.ts';
import { type Known, makeKeeper, type OnScreen, type Shelf } from './draft-keeper.ts';

/** Where the answer of a stay stands. */
export const answerPath = (stayId: string): string => `/api/v1/stays/${stayId}/answer`;

const shelfOf = (path: string): Shelf => ({
  put: async ({ boxes, version }) => {
    const { answer } = await call<AnswerAnswer>('PUT', path, boxes, { ifMatch: `"${version}"` });
    void readAgain([path]);
    return answer.version;
  },
  get: async () => {
    const { answer } = await call<AnswerAnswer>('GET', path);
    return { boxes: answer.boxes, version: answer.version, by: answer.savedBy };
  },
});

/** The draft of a stay while it is on the screen; who leaves the page leaves nothing behind. */
export const useDraft = (stayId: string, view: AnswerView, begin: Known) => {
  const [on, setOn] = useState<OnScreen>({ boxes: begin.boxes, draft: { state: 'kept' } });
  const [keeper] = useState(() => makeKeeper(shelfOf(answerPath(stayId)), begin, setOn));
  useEffect(() => {
    if (view.sentAt === null) keeper.adopt({ boxes: view.boxes, version: view.version });
  }, [keeper, view]);
  const { state } = useLink();
  useEffect(() => {
    // What could not be kept without a connection goes as soon as there is one.
    if (state === 'live') void keeper.keep();
  }, [keeper, state]);
  useKeptOnLeave(keeper);
  return { ...on, ...keeper };
};

/** The draft of an answer, as its panel uses it. */
export type Draft = ReturnType<typeof useDraft>;
