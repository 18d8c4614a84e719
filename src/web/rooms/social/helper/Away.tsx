import type { JSX } from 'react';
import type { HelperReferral } from '#modules/social/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Helper.module.css';
import { RoomTaps } from './RoomTaps.tsx';

/** Enough for now: the screen is closed, and on the way out whether there is room can be said. */
export const Away = ({
  view,
  leaving,
  onLeave,
}: {
  view: HelperReferral;
  leaving: boolean;
  onLeave: () => void;
}): JSX.Element => {
  const t = useText('helper');
  return (
    <div className={styles.acts}>
      <details className={styles.room}>
        <summary>
          <Icon name="chevron-down" size={20} />
          {t('room.ask', { service: view.referral.service.name })}
        </summary>
        <RoomTaps token={view.roomToken} />
      </details>
      <Button size="large" wide icon="log-out" busy={leaving} onPress={onLeave}>
        {t('leave')}
      </Button>
    </div>
  );
};
