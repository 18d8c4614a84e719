import type { JSX } from 'react';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useCutOff, useKeeping } from './use-day.ts';

/** What waits on this tablet while the list is not open: nothing of it is lost. */
export const Waiting = (): JSX.Element | null => {
  const t = useText('day-list');
  const format = useFormat();
  const { own, wiped } = useKeeping();
  const since = useCutOff();
  const count = own.filter(({ state }) => state === 'waiting').length;
  if (wiped) {
    return (
      <Notice kind="conflict" icon="shield-alert" title={t('wiped.title')} announce>
        {count === 0 ? t('wiped.line') : t('wiped.waits', { count })}
      </Notice>
    );
  }
  if (since === null && count === 0) return null;
  return (
    <Notice
      kind="conflict"
      icon="cloud-off"
      title={since === null ? t('sending') : t('offline.title', { clock: format.clock(since) })}
    >
      {t('offline.line', { count })}
    </Notice>
  );
};
