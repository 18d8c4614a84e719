import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { ReasonFirst } from '#web/rooms/day-treatment/orders/ReasonFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { useTreatmentAct } from './use-treatments.ts';

/** Takes a treatment out of use, with why; who has an order keeps it. */
export const EndTreatment = ({
  code,
  name,
  onDone,
}: {
  code: string;
  name: string;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('treatments');
  const { busy, problem, act } = useTreatmentAct();
  const end = (reason: string): void =>
    act({ path: `${code}/end`, body: { reason } }, () => {
      announce(t('end.done', { name }));
      onDone();
    });
  return (
    <ReasonFirst
      title={t('end.title')}
      asks={t('end.reason')}
      missing={t('wrong.reason')}
      yes={t(busy ? 'busy' : 'end.yes')}
      no={t('leave')}
      busy={busy}
      onYes={end}
      onNo={onDone}
    >
      <p>{t('end.line')}</p>
      <Refused problem={problem} />
    </ReasonFirst>
  );
};
