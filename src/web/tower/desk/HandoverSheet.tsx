import type { JSX, ReactNode } from 'react';
import type { RequestStrip } from '#modules/placement/contract.ts';
import type { Session } from '#modules/region/contract.ts';
import type { Queue, Unmet } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords, productShort, useProfileTitle } from '#web/rooms/placement/words.ts';
import styles from './Handover.module.css';
import { isPromised } from './queue-strip.ts';

const NOTE_LINES = ['one', 'two', 'three', 'four', 'five', 'six'];

const Part = ({
  title,
  count,
  none,
  children,
}: {
  title: string;
  count: number;
  none: string;
  children: ReactNode;
}): JSX.Element => (
  <section className={styles.part}>
    <h2>
      {title} <b>{count}</b>
    </h2>
    {count === 0 ? <p>{none}</p> : children}
  </section>
);

/** Every open request on one line: code and age group, until when, and who must move. */
const Open = ({ requests }: { requests: readonly RequestStrip[] }): JSX.Element => {
  const t = useText('handover');
  const format = useFormat();
  const now = useNow('minute');
  const titleOf = useProfileTitle();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('column.code')}</th>
          <th scope="col">{t('column.who')}</th>
          <th scope="col">{t('column.product')}</th>
          <th scope="col">{t('column.due')}</th>
          <th scope="col">{t('column.turn')}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((strip) => (
          <tr key={strip.id}>
            <th scope="row">{strip.code}</th>
            <td>{titleOf(strip)}</td>
            <td>{productShort(strip.product)}</td>
            <td>{strip.dueAt === null ? t('noClock') : format.moment(Date.parse(strip.dueAt), now)}</td>
            <td>{inWords(strip.turn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Whom the desk said it would call, the first promise on top. */
const Promised = ({ requests }: { requests: readonly RequestStrip[] }): JSX.Element => {
  const t = useText('handover');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <ul className={styles.boxes}>
      {requests.map(({ id, code, state, referrer, house, dueAt }) => {
        const moment = dueAt === null ? '' : format.moment(Date.parse(dueAt), now);
        return (
          <li key={id}>
            {state === 'searching'
              ? t('promised.referrer', { code, referrer, moment })
              : t('promised.house', { code, house: house ?? '' })}
          </li>
        );
      })}
    </ul>
  );
};

/** For whom each request waits: a house, the desk, or the person who comes. */
const Waits = ({ requests }: { requests: readonly RequestStrip[] }): JSX.Element => {
  const t = useText('handover');
  const on = ({ state, house }: RequestStrip): string => {
    if (state === 'searching') return t('waits.desk');
    return t(state === 'accepted' ? 'waits.arrival' : 'waits.house', { house: house ?? '' });
  };
  const groups = [...Map.groupBy(requests, on)];
  return (
    <dl className={styles.waits}>
      {groups.map(([who, waiting]) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>{waiting.map(({ code }) => code).join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
};

const Unplaced = ({ unmet }: { unmet: Unmet }): JSX.Element => {
  const t = useText('desk');
  return (
    <ul>
      {unmet.codes.map(({ code, requests }) => (
        <li key={code}>{`${requests} × ${t(`unmet.${code}`)}`}</li>
      ))}
    </ul>
  );
};

const Stale = ({ stale }: { stale: Queue['staleUnits'] }): JSX.Element => {
  const t = useText('handover');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <ul className={styles.boxes}>
      {stale.map(({ unitId, site, unit, phone, figure }) => (
        <li key={unitId}>
          {t('stale.line', {
            site,
            unit,
            phone,
            age: figure.asOf === null ? t('stale.never') : format.old(now - Date.parse(figure.asOf)),
          })}
        </li>
      ))}
    </ul>
  );
};

const Lost = ({ displaced }: { displaced: Queue['displaced'] }): JSX.Element => {
  const t = useText('handover');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <ul className={styles.boxes}>
      {displaced.map(({ claimId, placeCode, site, from }) => (
        <li key={claimId}>
          {t('lost.line', { bed: placeCode, site, moment: format.moment(Date.parse(from), now) })}
        </li>
      ))}
    </ul>
  );
};

/** One sheet of A4: codes and age groups only, shapes instead of colour, and room for notes. */
export const HandoverSheet = ({
  queue,
  unmet,
  session,
}: {
  queue: Queue;
  unmet: Unmet | undefined;
  session: Session;
}): JSX.Element => {
  const t = useText('handover');
  const format = useFormat();
  const now = useNow('minute');
  const { requests, staleUnits, displaced } = queue;
  const promised = requests.filter((strip) => isPromised(strip, now));
  return (
    <article className={styles.sheet}>
      <header>
        <div>
          <h1>{t('sheet', { region: session.region.name })}</h1>
          <p>{t('moment', { day: capital(format.longDay(now)), clock: format.clock(now) })}</p>
        </div>
        <div>
          <b>{session.region.deskPhone}</b>
          <p>{t('desk')}</p>
        </div>
      </header>
      <Part title={t('promised.title')} count={promised.length} none={t('promised.none')}>
        <Promised requests={promised} />
      </Part>
      <Part title={t('open')} count={requests.length} none={t('openNone')}>
        <Open requests={requests} />
      </Part>
      <Part title={t('waits.title')} count={requests.length} none={t('openNone')}>
        <Waits requests={requests} />
      </Part>
      {displaced.length > 0 && (
        <Part title={t('lost.title')} count={displaced.length} none="">
          <Lost displaced={displaced} />
        </Part>
      )}
      <Part title={t('unmet.title')} count={unmet?.requests ?? 0} none={t('unmet.none')}>
        {unmet !== undefined && <Unplaced unmet={unmet} />}
      </Part>
      <Part title={t('stale.title')} count={staleUnits.length} none={t('stale.none')}>
        <Stale stale={staleUnits} />
      </Part>
      <section className={styles.notes}>
        <h2>{t('notes')}</h2>
        {NOTE_LINES.map((line) => (
          <hr key={line} />
        ))}
      </section>
      <footer>
        <p>{t('noNames')}</p>
      </footer>
    </article>
  );
};
