import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import versions from '#web/shell/Versions.module.css';
import styles from './Pathways.module.css';
import { timeOf } from './pathway-draft.ts';
import type { PathwayOf } from './use-pathways.ts';

type Version = PathwayOf['now'];

/** Which version it is, since when, by whom and why. */
export const VersionLine = ({ version }: { version: Version }): JSX.Element => {
  const t = useText('pathways');
  const format = useFormat();
  const now = useNow('minute');
  const { adoptedAt, adoptedBy, reason } = version;
  if (adoptedAt === null) return <p className={versions.quiet}>{t('version.first', version)}</p>;
  return (
    <p className={versions.quiet}>
      {t('version.since', { version: version.version, moment: format.moment(Date.parse(adoptedAt), now) })}
      {adoptedBy !== null && t('version.by', { who: adoptedBy })}
      {`: ${reason ?? ''}`}
    </p>
  );
};

/** What a stay of this kind is: how long, who is around, when they talk, and the checklist. */
export const PathwayRead = ({ version }: { version: Version }): JSX.Element => {
  const t = useText('pathways');
  const { most, alarmDays, usualDays, leaveAt, roles, meetings, tasks, answers } = version.body;
  const longest = 'days' in most ? t('days', { count: most.days }) : t('months', { count: most.months });
  return (
    <dl className={versions.facts}>
      <dt>{t('most')}</dt>
      <dd>
        <b>{longest}</b> {t('alarm', { count: alarmDays })}
      </dd>
      <dt>{t('usual')}</dt>
      <dd>{t('usualOn', { count: usualDays, time: timeOf(leaveAt) })}</dd>
      <dt>{t('roles')}</dt>
      <dd>{roles.length === 0 ? t('nobody') : capital(roles.map((role) => t(`role.${role}`)).join(', '))}</dd>
      <dt>{t('meetings')}</dt>
      <dd>
        {meetings.length === 0 && t('noMeetings')}
        {meetings.map(({ day, minutes, kind }) => (
          <span key={`${day} ${minutes}`} className={styles.line}>
            {t('onDay', { day, what: t(`meeting.${kind}`), time: timeOf(minutes) })}
          </span>
        ))}
      </dd>
      <dt>{t('tasks')}</dt>
      <dd>
        {tasks.length === 0 ? (
          t('noTasks')
        ) : (
          <ol className={styles.tasks}>
            {tasks.map(({ day, minutes, label }) => (
              <li key={`${day} ${label}`}>
                <b>{t('day', { day })}</b> {label}
                {minutes !== null && ` ${timeOf(minutes)}`}
              </li>
            ))}
          </ol>
        )}
      </dd>
      <dt>{t('answers')}</dt>
      <dd>{t(answers ? 'answersYes' : 'answersNo')}</dd>
    </dl>
  );
};
