import type { JSX } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Case.module.css';

type Happened = CaseView['timeline'][number];

const FACES: Readonly<Record<Happened['event'], { readonly icon: string }>> = {
  opened: { icon: 'users-round' },
  joined: { icon: 'user-round-plus' },
  left: { icon: 'log-out' },
  agreed: { icon: 'circle' },
  done: { icon: 'circle-check' },
  'not-done': { icon: 'circle-x' },
  meeting: { icon: 'message-circle-question-mark' },
  ended: { icon: 'flag' },
};

/** What happened, the last first, as far as it is open for the reader. */
export const Timeline = ({ happened }: { happened: readonly Happened[] }): JSX.Element => {
  const t = useText('cases');
  const format = useFormat();
  return (
    <Panel title={t('timeline.title')}>
      <ol className={styles.timeline}>
        {happened.map(({ event, at, who, what }) => (
          <li key={`${event} ${at} ${who} ${what}`}>
            <Icon name={FACES[event].icon} size={16} />
            <p>
              {t(`timeline.${event}`, { who: who ?? t('plan.person'), what })}
              <time dateTime={at}>
                {format.day(Date.parse(at))} {format.clock(Date.parse(at))}
              </time>
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
