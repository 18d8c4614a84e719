import { type JSX, useState } from 'react';
import { plusDays } from '#kernel/calendar.ts';
import type { DayStaff } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { mondayOf, weekNumber } from '#web/rooms/day-treatment/week/grid.ts';
import { useFullWeek } from '#web/rooms/day-treatment/week/use-full-week.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { CopyWeek } from './CopyWeek.tsx';
import { Heed } from './Heed.tsx';
import { MoveNow } from './MoveNow.tsx';
import { NursesPanel } from './NursesPanel.tsx';
import { Rota } from './Rota.tsx';
import { RotaLegend } from './RotaLegend.tsx';
import { RotaList } from './RotaList.tsx';
import { type RotaWeek, weeksOf } from './rota.ts';
import styles from './Staff.module.css';
import { useRotaActs } from './use-rota-acts.ts';

const Weeks = ({ staff, today, onGo }: Pick<Given, 'staff' | 'today' | 'onGo'>): JSX.Element => {
  const t = useText('day-staff');
  return (
    <div className={styles.days}>
      <Button icon="chevron-left" onPress={() => onGo(plusDays(staff.from, -7))}>
        {t('weeks.earlier')}
      </Button>
      <Button onPress={() => onGo(mondayOf(today))}>{t('weeks.now')}</Button>
      <Button icon="chevron-right" onPress={() => onGo(plusDays(staff.from, 7))}>
        {t('weeks.later')}
      </Button>
    </div>
  );
};

/** Where there is room for one week: which of the four. */
const OneWeek = ({
  weeks,
  week,
  onChoose,
}: {
  weeks: readonly RotaWeek[];
  week: RotaWeek;
  onChoose: (monday: string) => void;
}): JSX.Element => {
  const t = useText('day-staff');
  return (
    <ChipToggles
      label={t('weeks.which')}
      one
      scroll
      shape="joined"
      chips={weeks.map(({ monday }) => ({
        value: monday,
        label: t('weeks.number', { number: weekNumber(monday) }),
      }))}
      values={[week.monday]}
      onChange={([monday]) => monday !== undefined && onChoose(monday)}
    />
  );
};

interface Given {
  readonly staff: DayStaff;
  /** May this reader say who is there? */
  readonly keeps: boolean;
  readonly today: string;
  readonly onGo: (monday: string) => void;
}

/** Four weeks of who is there; on a tablet and a phone one of them at a time. */
export const StaffSheet = ({ staff, keeps, today, onGo }: Given): JSX.Element => {
  const t = useText('day-staff');
  const [full, phone] = [useFullWeek(), usePhone()];
  const [monday, setMonday] = useState(staff.from);
  const acts = useRotaActs(staff.room.unit.id);
  const weeks = weeksOf(staff);
  const week = weeks.find((each) => each.monday === monday) ?? weeks[0];
  const shown = full || week === undefined ? weeks : [week];
  return (
    <div className={styles.page}>
      <MoveNow unitId={staff.room.unit.id} weeks={weeks} plans={keeps} />
      <ProblemNotice problem={acts.problem} kind={acts.problem?.status === 412 ? 'conflict' : 'failed'} />
      <div className={styles.above}>
        <Weeks staff={staff} today={today} onGo={onGo} />
        {!full && week !== undefined && <OneWeek weeks={weeks} week={week} onChoose={setMonday} />}
        {keeps && <CopyWeek weeks={weeks} shown={shown} staff={staff} acts={acts} />}
      </div>
      {staff.halfDays.length === 0 && (
        <Notice kind="empty" icon="calendar-days" title={t('empty.title')}>
          {t('empty.line')}
        </Notice>
      )}
      {staff.halfDays.length > 0 && staff.nurses.length > 0 && (
        <>
          {phone ? (
            <RotaList weeks={shown} staff={staff} keeps={keeps} acts={acts} />
          ) : (
            <Rota weeks={shown} staff={staff} keeps={keeps} today={today} acts={acts} />
          )}
          <RotaLegend />
        </>
      )}
      <div className={styles.below}>
        <NursesPanel staff={staff} keeps={keeps} today={today} acts={acts} />
        <Heed staff={staff} />
      </div>
    </div>
  );
};
