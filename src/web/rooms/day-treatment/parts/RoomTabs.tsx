import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { DayRoom } from '#modules/day-treatment/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './RoomTabs.module.css';

/** The pages of one room, in the order in which they are used. */
const TABS = {
  week: '/thuiskamer',
  staff: '/thuiskamer/bezetting',
  figures: '/thuiskamer/cijfers',
  room: '/thuiskamer/kamer',
  growth: '/thuiskamer/groei',
  list: '/thuiskamer/lijst',
} as const;
export type Tab = keyof typeof TABS;

/** What the planner alone reckons with. */
const PLANNERS: readonly Tab[] = ['growth', 'list'];

/** The way to another page of the same room; `from` is the day it begins on. */
export const RoomLink = ({
  tab,
  unitId,
  from,
  className,
  here = false,
  children,
}: {
  tab: Tab;
  unitId: string;
  from?: string;
  className?: string | undefined;
  here?: boolean;
  children: string;
}): JSX.Element => (
  <Link
    to={TABS[tab]}
    search={{ room: unitId, ...(from === undefined ? {} : { from }) } as never}
    className={className}
    aria-current={here ? 'page' : undefined}
  >
    {children}
  </Link>
);

/** Above every page of the planner: the pages of this room, and which room when there is more than one. */
export const RoomTabs = ({
  here,
  room,
  rooms,
  onChoose,
}: {
  here: Tab;
  room: DayRoom;
  rooms: readonly DayRoom[];
  onChoose: (unitId: string) => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const { actor } = useSignedIn();
  const tabs = (Object.keys(TABS) as Tab[]).filter(
    (tab) => actor.role === 'day-planner' || !PLANNERS.includes(tab),
  );
  return (
    <div className={styles.bar}>
      {rooms.some(({ own }) => own) && (
        <nav aria-label={t('tabs.label')} className={styles.tabs}>
          {tabs.map((tab) => (
            <RoomLink
              key={tab}
              tab={tab}
              unitId={room.unit.id}
              here={tab === here}
              className={cx(styles.tab, tab === here && styles.here)}
            >
              {t(`tabs.${tab}`)}
            </RoomLink>
          ))}
        </nav>
      )}
      {rooms.length > 1 && (
        <ChipToggles
          label={t('rooms')}
          one
          scroll
          shape="joined"
          chips={rooms.map(({ unit, site }) => ({ value: unit.id, label: site }))}
          values={[room.unit.id]}
          onChange={([unitId]) => unitId !== undefined && onChoose(unitId)}
        />
      )}
    </div>
  );
};
