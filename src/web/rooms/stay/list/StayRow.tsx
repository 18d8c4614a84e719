import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { StayLine } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Stays.module.css';
import { useNextWords } from './use-next-words.ts';

/** Two barriers fit on a line; the others are counted. */
const SHOWN = 2;

const Days = ({ stay }: { stay: StayLine }): JSX.Element => {
  const t = useText('stay');
  const share = Math.min(1, stay.day / Math.max(1, stay.days));
  return (
    <span className={cx(styles.days, stay.alarm && styles.alarm, stay.daysLeft < 0 && styles.over)}>
      {t('line.day', { day: stay.day, days: stay.days })}
      <span className={styles.burn} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
};

const Barriers = ({ stay }: { stay: StayLine }): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const more = stay.barriers.length - SHOWN;
  if (stay.barriers.length === 0) return <span className={styles.calm}>{t('line.noBarrier')}</span>;
  return (
    <span className={styles.barriers}>
      {stay.barriers.slice(0, SHOWN).map((barrier) => (
        <span key={barrier.id} className={cx(styles.barrier, barrier.late && styles.late)}>
          {barrier.late && <Icon name="triangle-alert" size={13} />}
          <b>{words.barrier(barrier)}</b>
          <span>{t('line.barrier', { who: words.owner(barrier), day: words.day(barrier.due) })}</span>
        </span>
      ))}
      {more > 0 && <span className={styles.calm}>{t('line.more', { count: more })}</span>}
    </span>
  );
};

const End = ({ stay }: { stay: StayLine }): JSX.Element => {
  const t = useText('stay');
  const format = useFormat();
  const now = useNow('minute');
  if (stay.endedAt !== null) {
    return (
      <span className={styles.end}>
        <b>{stay.destination !== null && t(`destination.${stay.destination}`)}</b>
        <span>{format.day(Date.parse(stay.endedAt))}</span>
      </span>
    );
  }
  if (stay.expectedEnd === null) return <span className={styles.end}>{t('next.unknown')}</span>;
  return (
    <span className={styles.end}>
      <b>{format.dayName(Date.parse(stay.expectedEnd), now)}</b>
      <span>
        {stay.latestEnd === null
          ? format.clock(Date.parse(stay.expectedEnd))
          : t('line.latest', { day: format.day(Date.parse(stay.latestEnd)) })}
      </span>
    </span>
  );
};

const Who = ({ stay }: { stay: StayLine }): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const language = currentLanguage();
  const age = stay.person === null ? '' : t('line.age', { band: stay.person.ageBand.replace('-', '–') });
  return (
    <span className={styles.who}>
      <b>{stay.person?.name ?? t('line.noName')}</b>
      <span>
        <span className={styles.product}>{PRODUCT_WORDS[stay.product].short[language]}</span>
        {t('line.where', { unit: stay.own ? stay.unit.name : stay.site, age })}
        {stay.away !== null && <span className={styles.away}>{words.away(stay.away)}</span>}
      </span>
    </span>
  );
};

const Next = ({ stay }: { stay: StayLine }): JSX.Element => {
  const now = useNow('minute');
  const { title, line } = useNextWords()(stay, now);
  return (
    <span className={cx(styles.next, styles[stay.need])}>
      <b>{title}</b>
      {line !== null && <span>{line}</span>}
    </span>
  );
};

/** One stay in the list: who, how far, what is in the way, what must happen, and when it ends. The whole row opens it. */
export const StayRow = ({ stay }: { stay: StayLine }): JSX.Element => (
  <li>
    <Link to={`/verblijf/${stay.stayId}`} className={styles.row} data-stay={stay.stayId}>
      <span className={styles.bed}>{stay.bed ?? ''}</span>
      <Who stay={stay} />
      <Days stay={stay} />
      <Barriers stay={stay} />
      {stay.endedAt === null ? <Next stay={stay} /> : <span />}
      <End stay={stay} />
    </Link>
  </li>
);
