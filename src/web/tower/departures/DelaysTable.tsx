import { type JSX, useId } from 'react';
import type { Delays, Departures } from '#tower/contract.ts';
import { cx } from '#web/design/cx.ts';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Delays.module.css';
import figures from './Figures.module.css';

type Cause = Delays['delayed']['causes'][number]['cause'];

/** How many of the coming leavers have this in their way: those the list can show. */
const inList = (leavers: Departures['leavers'], cause: Cause): number =>
  leavers.filter(({ barriers }) => barriers.some(({ code }) => code === cause)).length;

/** Waited days under one law: all together, then by what stood in the way. A count of the desk opens who it is about now. */
export const DelaysTable = ({
  law,
  counted,
  leavers,
  onCause,
}: {
  law: 'delayed' | 'wrongBed';
  counted: Delays['delayed'];
  leavers: Departures['leavers'];
  onCause: (cause: string) => void;
}): JSX.Element => {
  const t = useText('departures');
  const stay = useText('stay');
  const id = useId();
  const figure = (number: number | null): string =>
    number === null ? t('delays.few') : number.toLocaleString(currentLanguage());
  const named = (cause: Cause): string =>
    cause === 'none' ? t('delays.none') : capital(stay(`barrier.${cause}`));
  return (
    <section className={styles.law} data-law={law} aria-labelledby={id}>
      <h3 id={id}>{t(`delays.${law}.title`)}</h3>
      <p className={styles.means}>{t(`delays.${law}.means`)}</p>
      {counted.stays === 0 ? (
        <p className={styles.nobody}>{t('delays.nobody')}</p>
      ) : (
        <table className={cx(figures.figures, styles.table)}>
          <thead>
            <tr>
              <th scope="col">{t('delays.cause')}</th>
              <th scope="col">{t('delays.days')}</th>
              <th scope="col">{t('delays.stays')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.causes.map(({ cause, days, stays }) => {
              const now = inList(leavers, cause);
              return (
                <tr key={cause}>
                  <th scope="row">
                    {named(cause)}
                    {now > 0 && (
                      <button type="button" className={styles.open} onClick={() => onCause(cause)}>
                        {t('delays.open', { count: now })}
                        <span className="aloud">{t('delays.openFor', { cause: named(cause) })}</span>
                      </button>
                    )}
                  </th>
                  <td>{figure(days)}</td>
                  <td>{figure(stays)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td>{figure(counted.days)}</td>
              <td>{figure(counted.stays)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  );
};
