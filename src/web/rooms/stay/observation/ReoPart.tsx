import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AnswerPanel } from '#web/rooms/stay/answer/AnswerPanel.tsx';
import { ObservationStrip } from './ObservationStrip.tsx';
import styles from './Reo.module.css';
import { SeenToday } from './SeenToday.tsx';
import { useObservations } from './use-observations.ts';

/** What was seen in a stay, for who treats: the days as a strip, the newest below it, and the answer that grows from it. */
export const ReoPart = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('observation');
  const { data } = useObservations(stay.id);
  // In a stay that is not there to observe, a strip with nothing on it is only in the way.
  const isSeen = (data?.body.observation.seen.length ?? 0) > 0;
  if (!stay.treats)
    return (
      <Notice kind="plain" title={t('noRight')}>
        {t('noRightLine', { phone: stay.unit.phone })}
      </Notice>
    );
  return (
    <div className={styles.reo}>
      {(stay.answers || isSeen) && <ObservationStrip stay={stay} />}
      <div className={styles.below} data-answers={stay.answers || undefined}>
        <SeenToday stay={stay} />
        {stay.answers && <AnswerPanel stay={stay} />}
      </div>
    </div>
  );
};
