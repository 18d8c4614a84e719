import type { JSX } from 'react';
import { deviates, outcomeOf, TRIAGE_NOW } from '#modules/placement/types.ts';
import { Question } from '#web/design/Question.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Draft } from '#web/rooms/placement/request/draft.ts';
import { ASKS_FOR, askedProduct } from './asked-place.ts';
import { TriageBoard } from './TriageBoard.tsx';

/** "Klopt dit?": what is usual for this request, confirmed in one press. It may wait; sending does not. */
export const TriageQuestion = ({
  draft,
  change,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}): JSX.Element | null => {
  const t = useText('triage');
  const { reason, weight, triage } = draft;
  if (reason === null || weight === null) return null;
  const profile = { reason, weight };
  const asked = { ...profile, product: askedProduct(profile) };
  const outcome = outcomeOf(TRIAGE_NOW, profile, triage.answers);
  const done = typeof outcome !== 'string' && (!deviates(asked, outcome) || triage.deviation.trim() !== '');
  return (
    <Question number={4} title={t('title')} hint={t('mayLater')} done={done}>
      {() => (
        <TriageBoard
          hand={{
            asked,
            answers: triage.answers,
            busy: false,
            going: {
              text: triage.deviation,
              onText: (deviation) => change({ triage: { ...triage, deviation } }),
              send: null,
            },
            onAnswers: (answers) =>
              change({ triage: { ...triage, answers: { ...triage.answers, ...answers } } }),
            onFollow: ({ product }) => {
              if (product !== null) change({ ...ASKS_FOR[product], triage: { ...triage, deviation: '' } });
            },
          }}
        />
      )}
    </Question>
  );
};
