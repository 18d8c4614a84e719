import { type JSX, useEffect } from 'react';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Session } from '#modules/region/contract.ts';
import type { Board, Pressure } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { type Link, useLink } from '#web/api/live.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Legend } from '#web/design/Legend.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Logo } from '#web/shell/Logo.tsx';
import { HospitalWords } from '#web/tower/board/HospitalCell.tsx';
import { hospitalsShown, PRESSURE_ICONS, PressureWords } from '#web/tower/board/PressureStrip.tsx';
import { FirstInTurn } from './FirstInTurn.tsx';
import styles from './Wall.module.css';
import { WallTileView } from './WallTileView.tsx';
import { wallTiles } from './wall-tiles.ts';

const QUEUE_READERS = ['desk', 'region-manager'];
const ON_THE_WALL = ['waiting', 'hospital', 'stale', 'no-place'];
const NIGHT = { from: 23, until: 6 };

/** Which board this is, by the clock of the region: morning, afternoon, evening, night. */
const partOfDay = (hour: number): 'night' | 'morning' | 'afternoon' | 'evening' => {
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
};

const Head = ({
  now,
  hour,
  pressure,
  session,
  link,
}: {
  now: Instant;
  hour: number;
  pressure: Pressure | undefined;
  session: Session;
  link: Link;
}): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const [hospital] = hospitalsShown(pressure);
  const shown = hospital === undefined ? ON_THE_WALL : ON_THE_WALL.filter((id) => id !== 'hospital');
  const items = (pressure?.items ?? []).filter(({ id }) => shown.includes(id));
  return (
    <header className={styles.head}>
      <div className={styles.region}>
        <Logo size={60} />
        <div>
          <h1>{session.region.name}</h1>
          <p>{t(`wall.${partOfDay(hour)}`)}</p>
        </div>
      </div>
      {hospital !== undefined && (
        <div className={styles.pressure}>
          <p>
            <Icon name="siren" size={15} />
            {t(`hospital.${hospital.kind}`, { site: hospital.site })}
          </p>
          <p>
            {hospital.value !== null && <b>{hospital.value}</b>}
            <HospitalWords hospital={hospital} />
          </p>
        </div>
      )}
      {items.map((item) => (
        <div key={item.id} className={styles.pressure}>
          <p>
            {PRESSURE_ICONS[item.id]}
            {t(`pressure.${item.id}`)}
          </p>
          <p>
            <b>{item.value}</b>
            <PressureWords item={item} />
          </p>
        </div>
      ))}
      <div className={styles.time}>
        <b>{format.clock(now)}</b>
        <p>
          {t('wall.day', { day: format.day(now) })}
          <span className={cx(styles.lamp, link.state !== 'live' && styles.dark)} />
          {t(link.state === 'live' ? 'wall.live' : 'wall.notLive')}
        </p>
      </div>
    </header>
  );
};

/** A wall that quietly stands still is worse than no wall: after a minute without word it says so over its full width. */
const Silence = ({ link, session }: { link: Link; session: Session }): JSX.Element | null => {
  const t = useText('board');
  const format = useFormat();
  if (link.state !== 'lost' || Date.now() - link.since < MINUTE) return null;
  return (
    <p className={styles.silence} role="alert">
      {t('wall.silence', { clock: format.clock(link.since), phone: session.region.deskPhone })}
    </p>
  );
};

/** The big board on the wall (`?wand=1`): dark, no controls, dimmed at night, readable from four metres. */
export const WallBoard = ({
  board,
  pressure,
  session,
}: {
  board: Board | undefined;
  pressure: Pressure | undefined;
  session: Session;
}): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const now = useNow('minute');
  const link = useLink();
  const hour = Number(format.clock(now).slice(0, 2));
  const title = t('title', { region: session.region.name });
  useEffect(() => {
    document.title = `${title} · Verkeerstoren`;
  }, [title]);
  const tiles = board === undefined ? [] : wallTiles(board, now);
  const readsQueue = QUEUE_READERS.includes(session.actor.role);
  // An odd number of products leaves a place open: the requests stand there, large.
  const odd = readsQueue && tiles.length % 2 === 1;
  return (
    <main
      id="main"
      data-scheme="dark"
      className={cx(styles.wall, (hour >= NIGHT.from || hour < NIGHT.until) && styles.night)}
    >
      <Head now={now} hour={hour} pressure={pressure} session={session} link={link} />
      <Silence link={link} session={session} />
      {board === undefined ? (
        <Skeleton grid="1fr 1fr" rows={3} late={t('loading')} />
      ) : (
        <div className={styles.tiles}>
          {tiles.map((tile) => (
            <WallTileView key={tile.group.product} tile={tile} now={now} many={tiles.length > 6} />
          ))}
          {odd && <FirstInTurn now={now} tall />}
        </div>
      )}
      <footer className={styles.foot}>
        {readsQueue && !odd && <FirstInTurn now={now} tall={false} />}
        <div className={styles.legend}>
          <Legend />
        </div>
      </footer>
    </main>
  );
};
