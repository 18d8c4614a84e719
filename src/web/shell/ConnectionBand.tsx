import type { JSX } from 'react';
import { regionTime } from '#web/api/clock.ts';
import { tryNow, useLink } from '#web/api/live.ts';
import { useSession } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './ConnectionBand.module.css';

/** Reading may go on without a connection, holding a bed may not: this band says since when, and whom to call. */
export const ConnectionBand = (): JSX.Element | null => {
  const t = useText('shell');
  const format = useFormat();
  const link = useLink();
  const { data: session } = useSession();
  if (link.state !== 'lost') return null;
  const clock = format.clock(regionTime(link.since));
  return (
    <div className={styles.band} role="status">
      <Icon name="cloud-off" size={18} />
      <b>{t('offline.title', { clock })}</b>
      <span>{t('offline.line', { clock, phone: session?.region.deskPhone ?? '' })}</span>
      <Button size="small" onPress={tryNow}>
        {t('offline.try')}
      </Button>
    </div>
  );
};
