import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './StayHead.module.css';

type Wish = NonNullable<StayView['goal']>;

const Question = ({ question, by }: { question: Wish; by: string }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  return (
    <div className={styles.question}>
      <Icon name="quote" size={20} />
      <div>
        <p className={styles.small}>{t('head.question', { by, day: format.day(Date.parse(question.at)) })}</p>
        <h2 className={styles.large}>{question.text}</h2>
      </div>
    </div>
  );
};

const Goal = ({ goal }: { goal: Wish | null }): JSX.Element => {
  const t = useText('stay');
  return (
    <div className={styles.goal}>
      <p className={styles.small}>{t('head.goal')}</p>
      <p className={styles.own}>{goal === null ? t('head.noGoal') : t('head.quoted', { text: goal.text })}</p>
    </div>
  );
};

/** How many days are left, and when somebody is expected to leave. */
const Left = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const now = useNow('minute');
  if (stay.endedAt !== null && stay.destination !== null) {
    return (
      <div className={styles.left}>
        <Icon name="log-out" size={22} />
        <p>
          <b>{t(`destination.${stay.destination}`)}</b>
          {t('head.ended', { day: format.day(Date.parse(stay.endedAt)), count: stay.day })}
        </p>
      </div>
    );
  }
  const over = stay.daysLeft < 0;
  return (
    <div className={cx(styles.left, stay.alarm && styles.alarm, over && styles.over)}>
      <span className={styles.figure}>{Math.abs(stay.daysLeft)}</span>
      <p>
        <b>{t(over ? 'head.daysOver' : 'head.daysLeft', { count: Math.abs(stay.daysLeft) })}</b>
        {stay.expectedEnd === null
          ? t('head.noEnd')
          : t('head.end', { day: format.dayName(Date.parse(stay.expectedEnd), now) })}
      </p>
    </div>
  );
};

/** The head of a stay: the question, the own goal, and how many days are left. */
export const StayHead = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  return (
    <section className={styles.head} aria-label={t('head.label')}>
      {stay.question !== null && <Question question={stay.question} by={stay.referrer.name} />}
      <Goal goal={stay.goal} />
      <Left stay={stay} />
    </section>
  );
};
