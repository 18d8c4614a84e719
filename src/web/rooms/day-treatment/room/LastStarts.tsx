import type { JSX } from 'react';
import type { DayRoom, TreatmentList } from '#modules/day-treatment/contract.ts';
import { PARTS } from '#modules/day-treatment/types.ts';
import { useRead } from '#web/api/queries.ts';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import figures from '#web/tower/departures/Figures.module.css';
import { lastStarts } from './openings.ts';
import styles from './Room.module.css';

/** Until when somebody can begin: treated, looked after and gone before the doors close. */
export const LastStarts = ({ room, today }: { room: DayRoom; today: string }): JSX.Element => {
  const t = useText('day-room');
  const week = useText('day-treatment');
  const { data, error, refetch } = useRead<TreatmentList>('/api/v1/treatments', ['treatment']);
  const lines = lastStarts(data?.body.treatments ?? [], room.openings, today);
  const parts = PARTS.filter((part) => lines.some(({ starts }) => starts[part] !== undefined));
  return (
    <Panel title={t('last.title')}>
      <p className={styles.small}>{t('last.line')}</p>
      <ProblemNotice problem={error} onAgain={refetch} />
      {data !== undefined && (lines.length === 0 || parts.length === 0) && <p>{t('last.none')}</p>}
      {lines.length > 0 && parts.length > 0 && (
        <table className={figures.figures}>
          <thead>
            <tr>
              <th scope="col">{t('last.treatment')}</th>
              <th scope="col">{t('last.minutes')}</th>
              {parts.map((part) => (
                <th key={part} scope="col">
                  {week(`part.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, minutes, starts }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{t('last.length', { minutes })}</td>
                {parts.map((part) => (
                  <td key={part}>{starts[part] ?? t('last.never')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
