import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './parts.module.css';

/** Who is responsible for somebody, and since when. */
export const ResponsiblePanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const { responsible } = stay;
  return (
    <Panel title={t('responsible.title')}>
      {responsible === null ? (
        <p className={styles.quiet}>{t('responsible.nobody')}</p>
      ) : (
        <p>
          <b>{responsible.organisation.name}</b>
          {responsible.doctor !== null && ` · ${responsible.doctor}`}
          <span className={styles.second}>
            {t('responsible.since', { day: format.day(Date.parse(responsible.since)) })}
          </span>
        </p>
      )}
    </Panel>
  );
};
