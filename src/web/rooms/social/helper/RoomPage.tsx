import { type JSX, useEffect, useState } from 'react';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import styles from './Helper.module.css';
import { RoomTaps } from './RoomTaps.tsx';

/** The part behind `#` goes to no server by itself: it is read here and handed in as a body. */
const tokenInHand = (): string => window.location.hash.slice(1);

/** Behind the second link of a message: is there room at this service? No account, no code, nobody's data. */
export const RoomPage = (): JSX.Element => {
  const t = useText('helper');
  const [token, setToken] = useState(tokenInHand);
  useEffect(() => {
    document.title = t('room.title');
    const again = (): void => setToken(tokenInHand());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [t]);
  return (
    <OwnFrame name={t('room.name')} phone={null} tab={null} onTab={() => undefined}>
      {token === '' ? (
        <Notice kind="empty" icon="mail" title={t('room.none.title')}>
          {t('room.none.line')}
        </Notice>
      ) : (
        <div className={styles.page}>
          <h1>{t('room.title')}</h1>
          <p>{t('room.line')}</p>
          <RoomTaps key={token} token={token} />
        </div>
      )}
    </OwnFrame>
  );
};
