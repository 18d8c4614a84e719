import type { JSX } from 'react';
import type { DayRoom, DayRooms } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { RoomTabs, type Tab } from './RoomTabs.tsx';

/** A page about one room of the own house: which one, and the way to its other pages. */
export const WithRoom = ({
  tab,
  children,
}: {
  tab: Tab;
  children: (room: DayRoom, tabs: JSX.Element) => JSX.Element;
}): JSX.Element => {
  const t = useText('day-treatment');
  const { actor } = useSignedIn();
  const [view, change] = useAddress();
  const read = useRead<DayRooms>('/api/v1/day-rooms', ['day-room']);
  const rooms = (read.data?.body.rooms ?? []).filter(({ own }) => own);
  const room =
    rooms.find(({ unit }) => unit.id === view['room']) ??
    rooms.find(({ unit }) => unit.id === actor.unit?.id) ??
    rooms[0];
  if (room !== undefined) {
    const choose = (unitId: string): void => change({ room: unitId, from: '' });
    return children(room, <RoomTabs here={tab} room={room} rooms={rooms} onChoose={choose} />);
  }
  return (
    <Screen title={t(`tabs.${tab}`)} line={t('page.title')}>
      {read.data === undefined ? (
        <NotRead read={read} grid="1fr 1fr 1fr" rows={6} late={t('page.loadingRooms')} />
      ) : (
        <Notice kind="empty" icon="armchair" title={t('empty.own')}>
          {t('empty.ownLine')}
        </Notice>
      )}
    </Screen>
  );
};
