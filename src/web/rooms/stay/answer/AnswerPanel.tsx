import { type JSX, useState } from 'react';
import type { AnswerAnswer, AnswerView, StayView } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
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
  const t = useText('observation');
  const language = currentLanguage();
  const path = answerPath(stay.id);
  const { data, error, refetch } = useRead<AnswerAnswer>(path, [...STAY_TOPICS, path]);
  const view = data?.body.answer;
  if (view !== undefined && view.stayId === stay.id)
    return view.own ? (
      <Writing stay={stay} view={view} />
    ) : (
      <ReadLetter stay={stay} view={view} onNext={null} />
    );
  if (error !== null)
    return (
      <Notice
        kind="failed"
        title={error.sentence(language)}
        actions={<Button onPress={() => void refetch()}>{t('again')}</Button>}
        announce
      >
        {error.next(language)}
      </Notice>
    );
  return (
    <Panel>
      <Skeleton grid="1fr 1fr 1fr" rows={4} />
    </Panel>
  );
};
