import { Link, useLocation } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useSession } from '#web/api/session.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useRailCounts } from './counts.ts';
import { Logo } from './Logo.tsx';
import styles from './Rail.module.css';
import { IN_BOTTOM_BAR, type Room, roomsFor } from './rooms.ts';

const Door = ({ room, count, size }: { room: Room; count: number; size: number }): JSX.Element => {
  const t = useText('shell');
  const { pathname } = useLocation();
  const here = pathname === room.to || pathname.startsWith(`${room.to}/`);
  return (
    <Link to={room.to} className={styles.room} aria-current={here ? 'page' : undefined}>
      <span className={styles.sign}>
        <Icon name={room.icon} size={size} />
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
        )}
      </span>
      {t(`room.${room.id}`)}
      {count > 0 && <span className="aloud">{t('waiting', { count })}</span>}
    </Link>
  );
};

/** De toren: the dark rail with the rooms this role works in. From 768 pixels wide. */
export const Rail = (): JSX.Element => {
  const t = useText('shell');
  const { data: session } = useSession();
  const counts = useRailCounts();
  const rooms = session === null || session === undefined ? [] : roomsFor(session);
  return (
    <nav className={styles.rail} aria-label={t('rooms')}>
      <Link to="/" className={styles.home} aria-label={t('home')}>
        <Logo size={33} />
      </Link>
      <ul className={styles.list}>
        {rooms.map((room) => (
          <li key={room.id}>
            <Door room={room} count={counts[room.id] ?? 0} size={21} />
          </li>
        ))}
      </ul>
      <Link to="/hulp" className={`${styles.room} ${styles.foot}`} activeProps={{ 'aria-current': 'page' }}>
        <Icon name="circle-question-mark" size={21} />
        {t('help')}
      </Link>
    </nav>
  );
};

/** The same rooms at the bottom of a phone, with `Meer` for role, language and help. */
export const BottomBar = ({ onMore }: { onMore: () => void }): JSX.Element => {
  const t = useText('shell');
  const { data: session } = useSession();
  const counts = useRailCounts();
  const rooms = session === null || session === undefined ? [] : roomsFor(session).slice(0, IN_BOTTOM_BAR);
  return (
    <nav className={styles.bottom} aria-label={t('rooms')}>
      {rooms.map((room) => (
        <Door key={room.id} room={room} count={counts[room.id] ?? 0} size={22} />
      ))}
      <button type="button" className={styles.room} onClick={onMore} aria-haspopup="dialog">
        <Icon name="ellipsis" size={22} />
        {t('more')}
      </button>
    </nav>
  );
};
