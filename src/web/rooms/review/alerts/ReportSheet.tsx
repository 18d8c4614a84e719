import type { JSX } from 'react';
import type { ReportView } from '#modules/review/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Report.module.css';

const Rows = ({
  title,
  none,
  rows,
}: {
  title: string;
  /** Said when every count is zero. */
  none: string;
  rows: readonly (readonly [label: string, count: number])[];
}): JSX.Element => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {rows.every(([, count]) => count === 0) ? (
      <p>{none}</p>
    ) : (
      <table>
        <tbody>
          {rows
            .filter(([, count]) => count > 0)
            .map(([label, count]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{count}</td>
              </tr>
            ))}
        </tbody>
      </table>
    )}
  </section>
);

const useMonthName = (): ((month: string) => string) => {
  const language = currentLanguage() === 'nl' ? 'nl-NL' : 'en-GB';
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (month) => format.format(Date.parse(`${month}-15T00:00:00Z`));
};

/** One month of one's own organisation on one sheet: only counts, and what they do not say. */
export const ReportSheet = ({ report }: { report: ReportView }): JSX.Element => {
  const t = useText('review');
  const format = useFormat();
  const now = useNow('minute');
  const month = useMonthName()(report.month);
  const counts = [
    [t('report.looks', { count: report.looks }), report.looks],
    [t('report.people', { count: report.people }), report.people],
    [t('report.emergencies', { count: report.emergencies }), report.emergencies],
    [t('report.refused', { count: report.refused }), report.refused],
    [t('report.raised', { count: report.raised }), report.raised],
    [t('report.open'), report.open],
  ] as const;
  const days = (count: number | null): string =>
    count === null || count === 0 ? t('noDay') : t('days', { count });
  return (
    <article className={styles.sheet}>
      <header>
        <div>
          <h1>{t('report.title', { month })}</h1>
          <p>{report.organisation}</p>
        </div>
        <p>
          {t(report.complete ? 'report.whole' : 'report.running')}
          <br />
          {t('report.made', { day: format.longDay(now) })}
        </p>
      </header>
      <ul className={styles.counts}>
        {counts.map(([label, count]) => (
          <li key={label}>
            <b>{count}</b> {label}
          </li>
        ))}
      </ul>
      <Rows
        title={t('report.rules')}
        none={t('report.noRules')}
        rows={report.rules.map(({ rule, raised }) => [t(`short.${rule}`), raised] as const)}
      />
      <Rows
        title={t('report.closed', { count: report.closed })}
        none={t('report.noClosed')}
        rows={report.verdicts.map(({ verdict, closed }) => [t(`verdict.${verdict}.title`), closed] as const)}
      />
      {report.medianDays !== null && (
        <p>{t('report.days', { median: days(report.medianDays), longest: days(report.longestDays) })}</p>
      )}
      {report.oldestDays !== null && <p>{t('report.oldest', { oldest: days(report.oldestDays) })}</p>}
      <footer>{t('report.honest')}</footer>
    </article>
  );
};
