import { type JSX, useState } from 'react';
import type { AnswerAnswer, AnswerView, StayView } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { NotRead } from '#web/design/NotRead.tsx';
import { STAY_TOPICS } from '#web/rooms/stay/observation/use-observations.ts';
import { AnswerSheet } from './AnswerSheet.tsx';
import { ReadLetter } from './ReadLetter.tsx';
import { answerPath } from './use-draft.ts';

const EMPTY = { seen: '', finding: '', advice: '', followUp: '' };

/** The house writes; once it went, the letter stands there to read, and a next one can be begun. */
const Writing = ({ stay, view }: { stay: StayView; view: AnswerView }): JSX.Element => {
  const [next, setNext] = useState(false);
  if (view.sentAt !== null && !next)
    return <ReadLetter stay={stay} view={view} onNext={() => setNext(true)} />;
  const sent = view.sentAt !== null;
  return (
    <AnswerSheet
      key={view.number}
      stay={stay}
      view={view}
      begin={{ boxes: sent ? EMPTY : view.boxes, version: sent ? 0 : view.version }}
    />
  );
};

/** The answer back to the GP: five boxes that grow with the stay, and the letter they make. */
export const AnswerPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const path = answerPath(stay.id);
  const read = useRead<AnswerAnswer>(path, [...STAY_TOPICS, path]);
  const view = read.data?.body.answer;
  if (view !== undefined && view.stayId === stay.id)
    return view.own ? (
      <Writing stay={stay} view={view} />
    ) : (
      <ReadLetter stay={stay} view={view} onNext={null} />
    );
  return <NotRead read={read} grid="1fr 1fr 1fr" rows={4} />;
};
