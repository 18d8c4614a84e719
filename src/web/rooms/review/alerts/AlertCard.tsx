import { type JSX, useState } from 'react';
import type { AlertView } from '#modules/review/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Judge } from './Judge.tsx';
import styles from './Review.module.css';
import { useAlertWords } from './use-alert-words.ts';

const Closed = ({ alert }: { alert: AlertView }): JSX.Element | null => {
  const t = useText('review');
  const format = useFormat();
  const now = useNow('minute');
  const { closed } = alert;
  if (closed === null) return null;
  const moment = format.moment(Date.parse(closed.at), now);
  return (
    <div className={styles.closed} data-verdict={closed.verdict}>
      <p>
        <b>{t(`verdict.${closed.verdict}.title`)}</b>{' '}
        {t('closed.by', { who: closed.by ?? t('somebody'), moment })}
      </p>
      <p>“{closed.reason}”</p>
    </div>
  );
};

/** What the person asked, and until when they were promised an answer. */
const Questions = ({ alert }: { alert: AlertView }): JSX.Element => {
  const t = useText('review');
  const format = useFormat();
  return (
    <>
      {alert.questions.map(({ text, dueAt }) => (
        <Notice
          key={text}
          kind="conflict"
          icon="message-circle-question-mark"
          title={text === '' ? t('question.empty') : `“${text}”`}
        >
          {dueAt === null
            ? t('question.asked')
            : t('question.due', { day: format.longDay(Date.parse(dueAt)) })}
        </Notice>
      ))}
    </>
  );
};

/** One alert: who looked at whom, why it stands out, and the form that closes it. */
export const AlertCard = ({ alert }: { alert: AlertView }): JSX.Element => {
  const t = useText('review');
  const words = useAlertWords()(alert);
  const [judging, setJudging] = useState(false);
  const emergency = alert.rules.includes('break-glass');
  return (
    <li className={styles.card} data-emergency={emergency || undefined}>
      <div className={styles.head}>
        {emergency ? <Icon name="siren" size={22} /> : <Icon name="eye" size={22} />}
        <div>
          <h2>{words.who}</h2>
          <p>{words.did}</p>
        </div>
        <span className={styles.since}>{words.since}</span>
      </div>
      <ul className={styles.rules} aria-label={t('why')}>
        {words.rules.map((rule) => (
          <li key={rule}>
            <Icon name="flag" size={15} />
            {rule}
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        {words.facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Questions alert={alert} />
      <Closed alert={alert} />
      {alert.closed === null && alert.own && (
        <Notice kind="plain" icon="user-round-x" title={t('own.title')}>
          {t('own.line')}
        </Notice>
      )}
      {alert.closed === null && !alert.own && !judging && (
        <div>
          <Button look="primary" onPress={() => setJudging(true)} label={t('judge.of', { who: words.who })}>
            {t('judge.open')}
          </Button>
        </div>
      )}
      {alert.closed === null && judging && <Judge alert={alert} onStop={() => setJudging(false)} />}
    </li>
  );
};
