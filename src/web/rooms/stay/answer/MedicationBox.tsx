import type { JSX } from 'react';
import type { AnswerView, StayView } from '#modules/stay/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { AddReason } from '#web/rooms/stay/observation/AddReason.tsx';
import { useObservationActs } from '#web/rooms/stay/observation/use-observations.ts';
import { useStripWords } from '#web/rooms/stay/observation/use-strip-words.ts';
import styles from './Answer.module.css';

/** What changed in the medicines and why; a change without a reason is tinted, and can be explained on the spot. */
export const MedicationBox = ({
  stay,
  medication,
  writes,
}: {
  stay: StayView;
  medication: AnswerView['medication'];
  writes: boolean;
}): JSX.Element => {
  const t = useText('observation');
  const words = useStripWords(stay.zone);
  const acts = useObservationActs(stay.id);
  const missing = medication.some(({ reason }) => reason === null);
  return (
    <div className={styles.box} data-box="medication" data-missing={missing || undefined}>
      <h3 className={styles.name}>
        {missing ? <Icon name="circle-alert" size={16} /> : <Icon name="check" size={16} />}
        {t('box.medication')}
      </h3>
      {medication.length === 0 && <p className={styles.none}>{t('box.noMedication')}</p>}
      <ul>
        {medication.map((mark) => (
          <li key={mark.id}>
            <b>{words.mark(mark)}</b> {words.day(mark.day)}
            {mark.detail !== '' && `, ${mark.detail}`}
            {mark.reason === null ? (
              <span className={styles.unexplained}> {t('mark.noReason')}</span>
            ) : (
              `: ${mark.reason}`
            )}
            {mark.reason === null && writes && <AddReason mark={mark} acts={acts} />}
          </li>
        ))}
      </ul>
      <Refused problem={acts.problem} />
    </div>
  );
};
