import type { JSX, ReactNode } from 'react';
import type { MomentView } from '#modules/day-treatment/contract.ts';
import { saveCalendar } from '#web/calendar-file.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Moment.module.css';

const Part = ({
  icon,
  title,
  children,
}: {
  icon: string;
  title: string;
  children: ReactNode;
}): JSX.Element => (
  <section className={styles.part}>
    <h2>
      <Icon name={icon} size={20} />
      {title}
    </h2>
    {children}
  </section>
);

const Where = ({ view }: { view: MomentView }): JSX.Element => {
  const t = useText('day-moment');
  return (
    <Part icon="map-pin" title={t('where')}>
      <address className={styles.address}>
        <b>{t('place', { unit: view.unit, site: view.site })}</b>
        {view.street !== null && <span>{view.street}</span>}
        <span>{view.town}</span>
      </address>
      {view.route !== null && <p className={styles.said}>{view.route}</p>}
    </Part>
  );
};

const Prepare = ({ view }: { view: MomentView }): JSX.Element => {
  const t = useText('day-moment');
  return (
    <Part icon="list-checks" title={t('prepare')}>
      {view.preparation.length === 0 ? (
        <p>{t('prepareAsk')}</p>
      ) : (
        <ul className={styles.lines}>
          {view.preparation.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Part>
  );
};

/** When, how long, where, what to bring, and whom one can call. `children`: what somebody says to it. */
export const MomentFacts = ({ view, children }: { view: MomentView; children: ReactNode }): JSX.Element => {
  const t = useText('day-moment');
  const format = useFormat();
  const [from, until] = [Date.parse(view.from), Date.parse(view.until)];
  return (
    <div className={styles.page}>
      <section className={styles.when} aria-labelledby="moment">
        <h1 id="moment">{t('title')}</h1>
        <p className={styles.day}>{format.longDay(from)}</p>
        <p className={styles.clock}>{t('clock', { clock: format.clock(from) })}</p>
        <p className={styles.length}>{t('length', { minutes: view.minutes, until: format.clock(until) })}</p>
      </section>
      {children}
      <div className={styles.acts}>
        <Button
          size="large"
          wide
          icon="calendar-plus"
          onPress={() => saveCalendar(view.calendar, t('calendarFile'))}
        >
          {t('calendar')}
        </Button>
        <ButtonLink to={telephone(view.phone)} look="call" size="large" wide icon="phone">
          {t('call', { phone: view.phone })}
        </ButtonLink>
      </div>
      <Where view={view} />
      <Prepare view={view} />
      <p className={styles.small}>{t('small')}</p>
    </div>
  );
};
