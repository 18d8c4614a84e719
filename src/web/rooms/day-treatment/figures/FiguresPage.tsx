import type { JSX } from 'react';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { DayFigures, DayRoom } from '#modules/day-treatment/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { cx } from '#web/design/cx.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { WithRoom } from '#web/rooms/day-treatment/parts/WithRoom.tsx';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { ChartPanel } from './ChartPanel.tsx';
import styles from './Figures.module.css';
import { CHARTS, isEmpty, stretchOf } from './figures.ts';
import { Headline } from './Headline.tsx';
import { Stretch } from './Stretch.tsx';
import { useColumns } from './use-columns.ts';

/** With so few bars the drawings stand beside each other. */
const BESIDE = 13;

const Sheet = ({ figures, per }: { figures: DayFigures; per: 'week' | 'half-day' }): JSX.Element => {
  const t = useText('day-figures');
  const columns = useColumns(figures, per);
  return (
    <>
      <Headline figures={figures} />
      {isEmpty(figures) && (
        <Notice kind="empty" icon="chart-spline" title={t('empty.title')}>
          {t('empty.line')}
        </Notice>
      )}
      {!isEmpty(figures) && (
        <div className={cx(styles.charts, columns.length <= BESIDE && styles.beside)}>
          {CHARTS.map((chart) => (
            <ChartPanel key={chart} chart={chart} columns={columns} per={per} />
          ))}
        </div>
      )}
    </>
  );
};

const RoomFigures = ({ room, tabs }: { room: DayRoom; tabs: JSX.Element }): JSX.Element => {
  const t = useText('day-figures');
  const words = useWeekWords();
  const [view] = useAddress();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { weeks, from, last } = stretchOf(view, today);
  const until = plusDays(last, 1);
  const per = view['per'] === 'dagdeel' ? 'half-day' : 'week';
  const path = `/api/v1/day-rooms/${room.unit.id}/figures?from=${from}&until=${until}`;
  const read = useRead<DayFigures>(path, ['day-room', 'day-order']);
  const line = t('page.line', { from: words.day(from), last: words.day(last) });
  return (
    <Screen title={t('page.title', { site: room.site })} line={line}>
      {tabs}
      <div className={styles.page}>
        <Stretch weeks={weeks} from={from} last={last} per={per} />
        {read.data === undefined || read.error !== null ? (
          <NotRead read={read} grid="repeat(8, 1fr)" rows={6} late={t('page.loading')} />
        ) : (
          <Sheet figures={read.data.body} per={per} />
        )}
      </div>
    </Screen>
  );
};

/** How chairs and nurses are used and what became of visits, by week or by half-day, over a stretch one chooses. */
export const FiguresPage = (): JSX.Element => (
  <WithRoom tab="figures">
    {(room, tabs) => <RoomFigures key={room.unit.id} room={room} tabs={tabs} />}
  </WithRoom>
);
