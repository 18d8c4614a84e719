import type { JSX } from 'react';
import type { ReferralView } from '#modules/social/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Refer.module.css';
import { useReferralWords } from './use-referral-words.ts';

/** What happened with a referral, in order: what, when, by whom, and what the receiver wrote. */
export const Steps = ({ steps }: { steps: ReferralView['steps'] }): JSX.Element => {
  const t = useText('referral');
  const { momentOf, resultOf } = useReferralWords();
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {steps.map((each) => (
        <li key={`${each.step} ${each.at}`} data-step={each.step}>
          <Icon name={each.step === 'late' ? 'clock-alert' : 'circle-check'} size={18} />
          <div>
            <b>{t(`step.${each.step}`)}</b>{' '}
            <span className={styles.aside}>
              {momentOf(each.at)}
              {each.step !== 'reminded' && each.step !== 'late' && ` · ${each.by}`}
            </span>
            {each.result !== null && <p>{resultOf(each)}</p>}
            {each.words !== null && <p className={styles.words}>“{each.words}”</p>}
          </div>
        </li>
      ))}
    </ol>
  );
};
