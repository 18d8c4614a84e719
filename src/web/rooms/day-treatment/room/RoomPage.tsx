import type { JSX } from 'react';
import { localDay } from '#kernel/calendar.ts';
import type { DayRoom } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { WithRoom } from '#web/rooms/day-treatment/parts/WithRoom.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { FactsForm } from './FactsForm.tsx';
import { LastStarts } from './LastStarts.tsx';
import { OpeningsForm } from './OpeningsForm.tsx';
import styles from './Room.module.css';
import { Where } from './Where.tsx';

const Facts = ({ room, tabs }: { room: DayRoom; tabs: JSX.Element }): JSX.Element => {
  const t = useText('day-room');
  const { actor } = useSignedIn();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const keeps = actor.role === 'day-planner';
  return (
    <Screen
      title={t('page.title', { site: room.site })}
      line={t('page.line', { unit: room.unit.name, house: room.house.name, count: room.chairs.length })}
    >
      {tabs}
      <div className={styles.page}>
        <div className={styles.column}>
          <FactsForm room={room} keeps={keeps} />
        </div>
        <div className={styles.column}>
          <Where room={room} />
          <OpeningsForm room={room} keeps={keeps} today={today} />
          <LastStarts room={room} today={today} />
        </div>
      </div>
    </Screen>
  );
};

/** What a room is: its chairs, what is at hand, the way there, and when it is usually open. */
export const RoomPage = (): JSX.Element => (
  <WithRoom tab="room">{(room, tabs) => <Facts key={room.unit.id} room={room} tabs={tabs} />}</WithRoom>
);
