import type { JSX } from 'react';
import { plusDays } from '#kernel/calendar.ts';
import type { DayRoom, DayRooms, DayWeek } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { RoomTabs } from '#web/rooms/day-treatment/parts/RoomTabs.tsx';
import { useRailCount } from '#web/shell/counts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { AskingList } from './AskingList.tsx';
import { Days } from './Days.tsx';
import { Grid } from './Grid.tsx';
import { columnsOf, weekNumber } from './grid.ts';
import { HalfDayActs } from './HalfDayActs.tsx';
import { HalfDayList } from './HalfDayList.tsx';
import { MustMove } from './MustMove.tsx';
import { OfferBox } from './OfferBox.tsx';
import { PlanBox } from './PlanBox.tsx';
import { PlannedCard } from './PlannedCard.tsx';
import { ToPlanList } from './ToPlanList.tsx';
import { useFullWeek } from './use-full-week.ts';
import { usePlan } from './use-plan.ts';
import { useWeek, type Week } from './use-week.ts';
import { type Doing, useWeekDoing } from './use-week-doing.ts';
import { useWeekKeys } from './use-week-keys.ts';
import { useWeekWords } from './use-week-words.ts';
import styles from './WeekPage.module.css';

const Hints = (): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <KeyHints
      hints={[
        { keys: ['J', 'K'], does: t('hint.person') },
        { keys: ['1', '2', '3'], does: t('hint.moment') },
        { keys: ['↵'], does: t('hint.plan') },
        { keys: ['↑', '↓'], does: t('hint.visit') },
        { keys: ['←', '→'], does: t('hint.halfDay') },
        { keys: ['L'], does: t('hint.lock') },
        { keys: ['Z'], does: t('hint.undo') },
      ]}
    />
  );
};

/** Who is to be planned, and what is chosen. */
const Side = ({ week, body, doing }: { week: Week; body: DayWeek; doing: Doing }): JSX.Element => {
  const { chosen } = week;
  const { acts, offered, busy, problem } = doing;
  const plans = usePlan(week);
  return (
    <div className={styles.side}>
      <ProblemNotice problem={problem} kind={problem?.status === 412 ? 'conflict' : 'failed'} />
      {chosen?.kind === 'planned' && <PlannedCard chosen={chosen} week={week} busy={busy} acts={acts} />}
      {week.plans && (
        <>
          <MustMove week={week} body={body} plans={plans} />
          <AskingList week={week} />
          <OfferBox week={week} busy={busy} acts={offered} />
          <ToPlanList week={week} busy={busy} onTake={acts.take} />
          <PlanBox week={week} plans={plans} />
        </>
      )}
    </div>
  );
};

const Sheet = ({ week, body }: { week: Week; body: DayWeek }): JSX.Element => {
  const t = useText('day-treatment');
  const phone = usePhone();
  const full = useFullWeek();
  const columns = columnsOf(body.halfDays, week.opened, full);
  const doing = useWeekDoing(week);
  useWeekKeys(week, columns, doing.acts);
  useRailCount('day-week', week.list?.visits.length ?? 0);
  return (
    <div className={styles.page}>
      {(week.plans || week.chosen !== null) && <Side week={week} body={body} doing={doing} />}
      <div className={styles.sheet}>
        <div className={styles.above}>
          <Days week={week} body={body} full={full} />
          {week.plans && week.opened !== undefined && (
            <HalfDayActs key={week.opened.id} halfDay={week.opened} />
          )}
        </div>
        {body.halfDays.length === 0 && (
          <Notice kind="empty" title={t('empty.title')}>
            {t('empty.line')}
          </Notice>
        )}
        {columns.length > 0 &&
          (phone ? (
            <HalfDayList columns={columns} body={body} week={week} />
          ) : (
            <Grid week={week} body={body} columns={columns} />
          ))}
        {week.plans && !phone && <Hints />}
      </div>
    </div>
  );
};

const useLine = (body: DayWeek | undefined): string => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  if (body === undefined) return t('page.loading');
  const { halfDays, room, from } = body;
  return t('page.line', {
    week: weekNumber(from),
    first: words.day(halfDays[0]?.day ?? from),
    last: words.day(halfDays.at(-1)?.day ?? plusDays(from, 6)),
    open: halfDays.filter(({ standstill }) => standstill === null).length,
    all: halfDays.length,
    count: room.chairs.length,
  });
};

const RoomWeek = ({
  room,
  rooms,
  onChoose,
}: {
  room: DayRoom;
  rooms: readonly DayRoom[];
  onChoose: (unitId: string) => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const { actor } = useSignedIn();
  const week = useWeek(room.unit.id, room.own && actor.role === 'day-planner');
  const { body, read } = week;
  return (
    <Screen title={t('page.name', { unit: room.unit.name, site: room.site })} line={useLine(body)}>
      <RoomTabs here="week" room={room} rooms={rooms} onChoose={onChoose} />
      {body === undefined ? (
        <NotRead read={read} grid="64px repeat(10, 1fr)" rows={9} late={t('page.loading')} />
      ) : (
        <Sheet week={week} body={body} />
      )}
    </Screen>
  );
};

/** The week of a room with chairs: who is to be planned, and the half-days with who comes. */
export const WeekPage = (): JSX.Element => {
  const t = useText('day-treatment');
  const { actor } = useSignedIn();
  const [view, change] = useAddress();
  const read = useRead<DayRooms>('/api/v1/day-rooms', ['day-room']);
  const rooms = read.data?.body.rooms ?? [];
  const room =
    rooms.find(({ unit }) => unit.id === view['room']) ??
    rooms.find(({ unit }) => unit.id === actor.unit?.id) ??
    rooms[0];
  if (room !== undefined) {
    const choose = (unitId: string): void => change({ room: unitId, from: '' });
    return <RoomWeek key={room.unit.id} room={room} rooms={rooms} onChoose={choose} />;
  }
  return (
    <Screen title={t('page.title')} line={t('page.loading')}>
      {read.data === undefined ? (
        <NotRead read={read} grid="64px repeat(10, 1fr)" rows={9} late={t('page.loading')} />
      ) : (
        <Notice kind="empty" title={t('empty.rooms')}>
          {t('empty.roomsLine')}
        </Notice>
      )}
    </Screen>
  );
};
