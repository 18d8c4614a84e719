import { type JSX, useEffect } from 'react';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import { useHashToken } from '#web/use-hash-token.ts';
import styles from './Helper.module.css';
import { RoomTaps } from './RoomTaps.tsx';

/** Behind the second link of a message: is there room at this service? No account, no code, nobody's data. */
export const RoomPage = (): JSX.Element => {
  const t = useText('helper');
  const token = useHashToken();
  useEffect(() => {
    document.title = t('room.title');
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
