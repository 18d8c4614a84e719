import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { DayList } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Icon } from '#web/design/Icon.tsx';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { hasPage } from '#web/routes.ts';
import styles from './DayHead.module.css';
import type { OwnAct } from './own-acts.ts';
import { useCutOff, useHeldBack } from './use-day.ts';

const WEEK = '/thuiskamer';

/** Amber, and calm: since when there is no network, and that nothing is lost. */
const Offline = ({ own }: { own: readonly OwnAct[] }): JSX.Element => {
  const t = useText('day-list');
  const format = useFormat();
  const since = useCutOff();
  const held = useHeldBack();
  const count = own.filter(({ state }) => state === 'waiting').length;
  return (
    <div role="status" className={styles.place}>
      {since !== null && (
        <p className={styles.offline} data-scheme="dark">
          <Icon name="cloud-off" size={21} />
          <span>
            <b>{t('offline.title', { clock: format.clock(since) })}</b>
            <small>{t('offline.line', { count })}</small>
          </span>
        </p>
      )}
      {since === null && count > 0 && held === null && <p className={styles.sending}>{t('sending')}</p>}
      {since === null && held !== null && (
        <p className={styles.offline} data-scheme="dark">
          <Icon name="hand" size={21} />
          <span>
            <b>{t('held.title', { count })}</b>
            <small>{held.sentence(currentLanguage())}</small>
          </span>
        </p>
      )}
    </div>
  );
};

/** The head of the tablet: which half-day, who is there, whether there is a network, and the time. */
export const DayHead = ({
  list,
  own,
  onLock,
}: {
  list: DayList;
  own: readonly OwnAct[];
  onLock: () => void;
}): JSX.Element => {
  const t = useText('day-list');
  const format = useFormat();
  const now = useNow('minute');
  const [weekday = '', ...day] = format.longDay(Date.parse(list.halfDay.from)).split(' ');
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <h1>{t('head.title', { day: capital(weekday), part: t(`part.${list.halfDay.part}`) })}</h1>
        <p>
          {t('head.line', {
            room: list.room.name,
            day: day.slice(0, 2).join(' '),
            nurses: list.nurses.join(', '),
          })}
        </p>
      </div>
      <Offline own={own} />
      <span className={styles.clock}>{format.clock(now)}</span>
      {hasPage(WEEK) && (
        <Link to={WEEK} className={styles.act}>
          <Icon name="calendar-days" size={20} />
          <span>{t('head.week')}</span>
        </Link>
      )}
      <button type="button" className={styles.act} onClick={onLock}>
        <Icon name="lock" size={20} />
        <span>{t('head.lock')}</span>
      </button>
    </header>
  );
};
