import type { JSX } from 'react';
import type { DayRoom } from '#modules/day-treatment/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Room.module.css';

/** Where the room is and how it is called; that stands with the house and is changed there. */
export const Where = ({ room }: { room: DayRoom }): JSX.Element => {
  const t = useText('day-room');
  return (
    <Panel title={t('where.title')}>
      <dl className={styles.where}>
        <dt>{t('where.address')}</dt>
        <dd>{[room.street, room.town].filter((line) => line !== null).join(', ')}</dd>
        <dt>{t('where.phone')}</dt>
        <dd>
          <a href={telephone(room.phone)}>{room.phone}</a>
        </dd>
      </dl>
      <p className={styles.small}>{t('where.line')}</p>
    </Panel>
  );
};
