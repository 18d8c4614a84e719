import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { HospitalWaiting } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './OwnWaiting.module.css';

type Waiter = HospitalWaiting['waiting'][number];

/** A wrong bed by law and a delayed departure are counted apart: other money, other way out. */
const Totals = ({ totals }: { totals: HospitalWaiting['totals'] }): JSX.Element => {
  const t = useText('departures');
  const kinds = [
    { kind: 'wrong-bed', ...totals.wrongBed },
    { kind: 'delayed', ...totals.delayed },
  ];
  return (
    <dl className={styles.totals}>
      {kinds.map(({ kind, people, days }) => (
        <div key={kind} data-kind={kind} data-none={people === 0 || undefined}>
          <dt>{t(`hospital.${kind}`)}</dt>
          <dd>
            <b>{t('hospital.days', { count: days })}</b>
            <span>{t('hospital.people', { count: people })}</span>
          </dd>
        </div>
      ))}
      <div data-kind="not-yet">
        <dt>{t('hospital.not-yet')}</dt>
        <dd>
          <b>{t('hospital.people', { count: totals.notYet })}</b>
        </dd>
      </div>
    </dl>
  );
};

const useSince = ({ daysWaiting, readyDay }: Waiter): string => {
  const t = useText('departures');
  const format = useFormat();
  if (daysWaiting === 0) return t('hospital.today');
  return t(daysWaiting > 0 ? 'hospital.since' : 'hospital.from', { day: format.day(noonOf(readyDay)) });
};

const useWaitsFor = ({ site, arrivalFrom, cause }: Waiter): string => {
  const t = useText('departures');
  const format = useFormat();
  const now = useNow('minute');
  if (site !== null && arrivalFrom !== null)
    return t('hospital.goes', { site, moment: format.moment(Date.parse(arrivalFrom), now) });
  if (site !== null) return t('hospital.goesSoon', { site });
  return cause === null ? '' : t('hospital.waitsFor', { what: t(`hospital.cause.${cause}`) });
};

const Person = ({ waiter }: { waiter: Waiter }): JSX.Element => {
  const t = useText('departures');
  const since = useSince(waiter);
  const waitsFor = useWaitsFor(waiter);
  const band = t('hospital.nameless', { band: waiter.ageBand.replace('-', '–') });
  return (
    <li>
      <Link to={`/aanvragen/${waiter.requestId}`} className={styles.row} data-kind={waiter.kind}>
        <span className={styles.days}>
          {waiter.daysWaiting > 0 && <b>{t('hospital.days', { count: waiter.daysWaiting })}</b>}
          <span>{since}</span>
        </span>
        <span className={styles.who}>
          <b>{waiter.name ?? band}</b>
          <span>
            <span className={styles.product}>{productShort(waiter.product)}</span>
            {waiter.name === null ? waiter.code : band}
          </span>
        </span>
        <span className={cx(styles.for, waiter.site !== null && styles.goes)}>{waitsFor}</span>
        <span className={styles.kind}>{t(`hospital.${waiter.kind}`)}</span>
      </Link>
    </li>
  );
};

/** The own people who could go and have no place, or have one and have not gone; who waits longest on top. */
export const OwnWaiting = (): JSX.Element => {
  const t = useText('departures');
  const { data, error, refetch } = useRead<HospitalWaiting>('/api/v1/hospital-waiting', ['request']);
  const waiting = data?.body.waiting;
  return (
    <Panel title={t('hospital.title')}>
      {waiting === undefined && error === null && (
        <Skeleton grid="90px 1fr 1fr" rows={4} late={t('hospital.loading')} />
      )}
      <ProblemNotice problem={error} onAgain={refetch} />
      {waiting?.length === 0 && (
        <Notice
          kind="empty"
          icon="check-check"
          title={t('hospital.none')}
          actions={<ButtonLink to="/aanvraag">{t('hospital.ask')}</ButtonLink>}
        />
      )}
      {data !== undefined && waiting !== undefined && waiting.length > 0 && (
        <>
          <Totals totals={data.body.totals} />
          <ul className={styles.list}>
            {waiting.map((waiter) => (
              <Person key={waiter.requestId} waiter={waiter} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
};
