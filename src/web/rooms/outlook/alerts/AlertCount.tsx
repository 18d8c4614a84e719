import type { JSX } from 'react';
import type { AlertsAnswer } from '#modules/outlook/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';

/** A quiet count beside the work: how many alerts nobody looked at yet. Nothing when there is none. */
export const AlertCount = (): JSX.Element | null => {
  const t = useText('alerts');
  const { data } = useRead<AlertsAnswer>('/api/v1/outlook/alerts', ['outlook']);
  const count = data?.body.open.filter(({ seenAt }) => seenAt === null).length ?? 0;
  if (count === 0) return null;
  return (
    <ButtonLink to="/vooruit/meldingen" size="small" look="quiet" icon="bell">
      {t('count', { count })}
    </ButtonLink>
  );
};
