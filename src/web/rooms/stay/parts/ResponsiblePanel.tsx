import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { Steps } from '#web/design/Steps.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './parts.module.css';
import { StayPanel } from './StayPanel.tsx';

/** Who is responsible for somebody, and who was before: at every moment exactly one. */
export const ResponsiblePanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const moment = (iso: string): string =>
    t('length.moment', { day: format.day(Date.parse(iso)), clock: format.clock(Date.parse(iso)) });
  const steps = stay.history.map(({ organisation, doctor, from, until }) => ({
    title:
      doctor === null ? organisation.name : t('responsible.who', { doctor, organisation: organisation.name }),
    line:
      until === null
        ? t('responsible.since', { moment: moment(from) })
        : t('responsible.between', { from: moment(from), until: moment(until) }),
    phase: until === null ? ('now' as const) : ('done' as const),
  }));
  return (
    <StayPanel title={t('responsible.title')}>
      {steps.length === 0 ? (
        <p className={styles.quiet}>{t('responsible.nobody')}</p>
      ) : (
        <div className={styles.told}>
          <Steps label={t('responsible.title')} steps={steps} />
        </div>
      )}
    </StayPanel>
  );
};
