import { Link } from '@tanstack/react-router';
import { type JSX, useId } from 'react';
import type { Departures } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Departures.module.css';

type Leaver = Departures['leavers'][number];

const When = ({ leaver }: { leaver: Leaver }): JSX.Element => {
  const t = useText('departures');
  const format = useFormat();
  const now = useNow('minute');
  const until = Date.parse(leaver.until);
  const sure = (): string => {
    if (leaver.overdue) return t('overdue', { moment: format.moment(until, now) });
    return leaver.latest === null
      ? t('certain', { clock: format.clock(until) })
      : t('latest', { day: format.day(Date.parse(leaver.latest)) });
  };
  return (
    <span className={cx(styles.when, leaver.overdue && styles.late)}>
      <b>{capital(format.dayName(noonOf(leaver.day), now))}</b>
      <span>{sure()}</span>
    </span>
  );
};

const Where = ({ leaver }: { leaver: Leaver }): JSX.Element => {
  const t = useText('departures');
  const age = leaver.ageBand === null ? null : t('age', { band: leaver.ageBand.replace('-', '–') });
  const inside = (
    <>
      <b>{t('where', { site: leaver.site, bed: leaver.bed })}</b>
      <span>
        <span className={styles.product}>{productShort(leaver.product)}</span>
        {[age, leaver.unit].filter(Boolean).join(' · ')}
      </span>
    </>
  );
  return leaver.stayId === null ? (
    <span className={styles.where}>{inside}</span>
  ) : (
    <Link to={`/verblijf/${leaver.stayId}`} className={styles.where}>
      {inside}
    </Link>
  );
};

/** What is in the way and what is not arranged: first what is late. */
const Needs = ({ leaver }: { leaver: Leaver }): JSX.Element => {
  const t = useText('departures');
  const stay = useText('stay');
  const format = useFormat();
  const { barriers, missing, late, stayId } = leaver;
  if (stayId === null) return <span className={styles.calm}>{t('noPlan')}</span>;
  if (barriers.length + missing.length === 0)
    return (
      <span className={styles.ready}>
        <Icon name="circle-check" size={15} />
        {t('ready')}
      </span>
    );
  const listed = (items: readonly string[]): string => items.map((item) => t(`item.${item}`)).join(', ');
  const rest = missing.filter((item) => !late.includes(item));
  return (
    <span className={styles.needs}>
      {barriers.map(({ code, owner, due, late: behind }) => (
        <span key={`${code} ${owner}`} className={cx(styles.barrier, behind && styles.late)}>
          <Icon name={behind ? 'triangle-alert' : 'hourglass'} size={13} />
          {t('barrier', {
            what: stay(`barrier.${code}`),
            who: stay(`owner.${owner}`),
            day: format.day(noonOf(due)),
          })}
        </span>
      ))}
      {late.length > 0 && (
        <span className={cx(styles.barrier, styles.late)}>
          <Icon name="triangle-alert" size={13} />
          <span>{t('tooLate', { items: listed(late) })}</span>
        </span>
      )}
      {rest.length > 0 && <span className={styles.missing}>{t('missing', { items: listed(rest) })}</span>}
    </span>
  );
};

/** Who leaves, without names: when, from which bed, and what is still needed. The desk calls the ward from here. */
export const LeaverList = ({
  title,
  leavers,
}: {
  title: string;
  leavers: Departures['leavers'];
}): JSX.Element => {
  const t = useText('departures');
  const id = useId();
  return (
    <section className={styles.list} aria-labelledby={id}>
      <h2 id={id}>
        {title} <span>{leavers.length}</span>
      </h2>
      <ul>
        {leavers.map((leaver) => (
          <li key={`${leaver.unitId} ${leaver.bed} ${leaver.until}`} className={styles.row}>
            <When leaver={leaver} />
            <Where leaver={leaver} />
            <Needs leaver={leaver} />
            <span className={styles.call}>
              <span className={styles.onPaper}>{leaver.phone}</span>
              <ButtonLink
                to={`tel:${leaver.phone}`}
                look="call"
                size="small"
                icon="phone"
                label={t('call', { site: leaver.site, phone: leaver.phone })}
              >
                {leaver.phone}
              </ButtonLink>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
