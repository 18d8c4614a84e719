import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { HALF_DAYS } from '#kernel/calendar.ts';
import type { RosterAnswer } from '#modules/capacity/contract.ts';
import { usePathPart } from '#web/address.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Roster.module.css';
import { lineKey, numberOf, type Week, weekOf, weekToSend } from './roster-week.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const SHOWN = [...HALF_DAYS.slice(1), 'night'] as const;

const Grid = ({
  week,
  places,
  onChange,
}: {
  week: Week;
  places: number;
  onChange: (week: Week) => void;
}): JSX.Element => {
  const t = useText('roster');
  return (
    <table className={styles.grid}>
      <caption className="aloud">{t('caption')}</caption>
      <thead>
        <tr>
          <td />
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`day.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SHOWN.map((halfDay) => (
          <tr key={halfDay}>
            <th scope="row">
              {t(`half.${halfDay}`)}
              <small>{t(`hours.${halfDay}`)}</small>
            </th>
            {WEEKDAYS.map((weekday) => {
              const key = lineKey({ weekday, halfDay });
              return (
                <td key={key}>
                  <input
                    type="text"
                    inputMode="numeric"
                    placeholder={String(places)}
                    aria-label={t('cell', { day: t(`long.${weekday}`), half: t(`half.${halfDay}`) })}
                    aria-invalid={numberOf(week[key] ?? '', places) === null || undefined}
                    value={week[key] ?? ''}
                    onChange={({ target }) => onChange({ ...week, [key]: target.value })}
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Editor = ({ roster }: { roster: RosterAnswer }): JSX.Element => {
  const t = useText('roster');
  const [week, setWeek] = useState<Week>(() => weekOf(roster.week));
  const lines = weekToSend(week, roster.places);
  const save = useMutation<unknown, Problem>({
    mutationFn: () => call('PUT', `/api/v1/units/${roster.unitId}/roster`, { week: lines }),
    onSuccess: () => readAgain(['ward', 'board']),
  });
  return (
    <Panel>
      <p className={styles.lead}>{t('lead', { count: roster.places })}</p>
      <div className={styles.scroll}>
        <Grid week={week} places={roster.places} onChange={setWeek} />
      </div>
      {lines === null && (
        <p role="alert" className={styles.wrong}>
          {t('wrong', { count: roster.places })}
        </p>
      )}
      <ProblemNotice problem={save.error} />
      {save.isSuccess && (
        <Notice kind="good" title={t('saved')} announce>
          {t('savedLine')}
        </Notice>
      )}
      <div className={styles.acts}>
        <Button
          look="primary"
          size="large"
          icon="check"
          blocked={lines === null}
          busy={save.isPending}
          onPress={() => save.mutate()}
        >
          {t('save')}
        </Button>
        <ButtonLink to={`/afdeling/${roster.unitId}`} size="large">
          {t('back')}
        </ButtonLink>
      </div>
      {roster.exceptions.length > 0 && (
        <p className={styles.lead}>{t('apart', { count: roster.exceptions.length })}</p>
      )}
    </Panel>
  );
};

/** The ordinary week of a ward: for how many beds there is staff, per half-day. */
export const RosterPage = (): JSX.Element => {
  const t = useText('roster');
  const unitId = usePathPart('unitId');
  const { data, error } = useRead<RosterAnswer>(`/api/v1/units/${unitId}/roster`, []);
  const roster = data?.body.unitId === unitId ? data.body : undefined;
  return (
    <Screen title={t('title')} line={t('line')} back={`/afdeling/${unitId}`}>
      {roster !== undefined && <Editor key={unitId} roster={roster} />}
      {roster === undefined && error === null && <Skeleton grid="120px 1fr" rows={4} />}
      <ProblemNotice problem={error} />
    </Screen>
  );
};
