import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import type { Session } from '#web/api/session.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Open.module.css';

const DECIDES = ['ward', 'elderly-doctor', 'transfer-nurse', 'desk', 'region-manager'];

/** Each organisation decides for itself whether its counts are public. */
export const OwnChoice = ({ session }: { session: Session }): JSX.Element | null => {
  const t = useText('open');
  const { organisation, role } = session.actor;
  const { data } = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  const own = data?.body.organisations.find(({ id }) => id === organisation.id);
  const change = useMutation<unknown, Problem, boolean>({
    mutationFn: (publishes) => call('POST', '/api/v1/organisation/publishes', { publishes }),
    onSuccess: () => readAgain(['region', 'board']),
  });
  if (own === undefined || !DECIDES.includes(role)) return null;
  return (
    <Panel title={t('own.title', { organisation: own.name })}>
      <p className={styles.lead}>{t('own.line')}</p>
      <ChipToggles<'yes' | 'no'>
        label={t('own.label')}
        one
        shape="joined"
        chips={[
          { value: 'yes', label: t('own.yes') },
          { value: 'no', label: t('own.no') },
        ]}
        values={[own.publishes ? 'yes' : 'no']}
        onChange={([choice]) => change.mutate(choice === 'yes')}
      />
      {change.error !== null && <p role="alert">{change.error.sentence(currentLanguage())}</p>}
    </Panel>
  );
};
