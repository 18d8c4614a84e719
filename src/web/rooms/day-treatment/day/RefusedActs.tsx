import type { JSX } from 'react';
import type { DayList } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { OwnAct } from './own-acts.ts';
import type { DayActs } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

/** What the house did not take stays in sight until somebody saw it: it is not done, and not forgotten. */
export const RefusedActs = ({
  list,
  own,
  acts,
}: {
  list: DayList;
  own: readonly OwnAct[];
  acts: DayActs;
}): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const nameOf = (visitId: string): string => {
    const visit = list.visits.find(({ id }) => id === visitId);
    return visit === undefined ? t('nameless') : words.name(visit);
  };
  return (
    <>
      {own
        .filter(({ state }) => state === 'refused')
        .map((act) => (
          <Notice
            key={act.id}
            kind="failed"
            announce
            title={t('refused.title', { name: nameOf(act.visitId) })}
            actions={<Button onPress={() => acts.dismiss(act.id)}>{t('refused.seen')}</Button>}
          >
            {t('refused.line', {
              act: words.act({ ...act, at: Date.parse(act.at) }),
              clock: words.clock(Date.parse(act.at)),
            })}
          </Notice>
        ))}
    </>
  );
};
