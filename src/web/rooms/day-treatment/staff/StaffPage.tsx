import type { JSX } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { DayRoom, DayStaff } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { type Read, useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { WithRoom } from '#web/rooms/day-treatment/parts/WithRoom.tsx';
import { mondayOf } from '#web/rooms/day-treatment/week/grid.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { StaffSheet } from './StaffSheet.tsx';

const useLine = (staff: DayStaff | undefined): string => {
  const t = useText('day-staff');
  const words = useWeekWords();
  if (staff === undefined) return t('page.loading');
  const { from, until, halfDays, nurses } = staff;
  return t('page.line', {
    first: words.day(from),
    last: words.day(plusDays(until, -1)),
    run: halfDays.filter(({ standstill }) => standstill === null).length,
    all: halfDays.length,
    count: nurses.length,
  });
};

const RoomStaff = ({ room, tabs }: { room: DayRoom; tabs: JSX.Element }): JSX.Element => {
  const t = useText('day-staff');
  const { actor } = useSignedIn();
  const [view, change] = useAddress();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const from = view['from'] || mondayOf(today);
  const read: Read<DayStaff> = useRead<DayStaff>(`/api/v1/day-rooms/${room.unit.id}/staff?from=${from}`, [
    'day-room',
    'day-order',
  ]);
  const staff = read.data?.body.room.unit.id === room.unit.id ? read.data.body : undefined;
  return (
    <Screen title={t('page.title', { site: room.site })} line={useLine(staff)}>
      {tabs}
      {staff === undefined ? (
        <NotRead read={read} grid="200px repeat(4, 1fr)" rows={6} late={t('page.loading')} />
      ) : (
        <StaffSheet
          staff={staff}
          keeps={actor.role === 'day-planner'}
          today={today}
          onGo={(monday) => change({ from: monday === mondayOf(today) ? '' : monday })}
        />
      )}
    </Screen>
  );
};

/** Who is there when, what each may do, and for whom that is not enough: four weeks of one room. */
export const StaffPage = (): JSX.Element => (
  <WithRoom tab="staff">{(room, tabs) => <RoomStaff key={room.unit.id} room={room} tabs={tabs} />}</WithRoom>
);
