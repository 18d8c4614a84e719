import type { JSX } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { DayWeek } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { mondayOf } from './grid.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';
import styles from './WeekPage.module.css';

/** Leafing by week; where there is room for one day, choosing it. */
export const Days = ({ week, body, full }: { week: Week; body: DayWeek; full: boolean }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const now = useNow('minute');
  const days = [...new Set(body.halfDays.map(({ day }) => day))];
  const choose = (day: string | undefined): void => {
    const halfDay = body.halfDays.find((each) => each.day === day);
    if (halfDay !== undefined) week.open(halfDay.id);
  };
  return (
    <div className={styles.days}>
      <Button icon="chevron-left" onPress={() => week.go(plusDays(week.from, -7))}>
        {t('week.before')}
      </Button>
      <Button onPress={() => week.go(mondayOf(localDay(now, REGION_ZONE)))}>{t('week.this')}</Button>
      <Button icon="chevron-right" onPress={() => week.go(plusDays(week.from, 7))}>
        {t('week.after')}
      </Button>
      {!full && days.length > 0 && (
        <ChipToggles
          label={t('week.day')}
          one
          scroll
          shape="joined"
          chips={days.map((day) => ({ value: day, label: words.shortDay(day) }))}
          values={week.opened === undefined ? [] : [week.opened.day]}
          onChange={([day]) => choose(day)}
        />
      )}
    </div>
  );
};
