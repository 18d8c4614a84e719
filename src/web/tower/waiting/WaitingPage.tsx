import type { JSX } from 'react';
import type { z } from 'zod';
import type { Unmet, Waiting } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { LateReferralsPanel, UnmetHelpPanel } from '#web/rooms/social/refer/UnmetHelpPanel.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { UnmetPanel } from './UnmetPanel.tsx';
import styles from './Waiting.module.css';
import { WaitingPanel } from './WaitingPanel.tsx';

const DAYS = ['7', '30', '90'] as const;
type Days = (typeof DAYS)[number];

/** Where people waited, and what could not be placed: by cause, so that the region knows what to mend. */
export const WaitingPage = (): JSX.Element => {
  const t = useText('waiting');
  const [view, change] = useAddress();
  const days = DAYS.find((each) => each === view['dagen']) ?? '30';
  const waiting = useRead<z.infer<typeof Waiting>>(`/api/v1/waiting?days=${days}`, ['request']);
  const unmet = useRead<z.infer<typeof Unmet>>(`/api/v1/unmet?days=${days}`, ['request']);
  return (
    <Screen title={t('page.title')} line={t('page.line')}>
      <div className={styles.days}>
        <ChipToggles<Days>
          label={t('page.days')}
          one
          shape="joined"
          chips={DAYS.map((value) => ({ value, label: t('page.last', { count: Number(value) }) }))}
          values={[days]}
          onChange={([next]) => change({ dagen: next === '30' ? '' : (next ?? days) })}
        />
        <ButtonLink to="/vooruit/terug" icon="history" look="quiet">
          {t('page.back')}
        </ButtonLink>
      </div>
      <Refused problem={waiting.error ?? unmet.error} />
      <div className={styles.sheets}>
        {waiting.data === undefined ? (
          <Skeleton grid="1fr 120px 60px" rows={6} />
        ) : (
          <WaitingPanel sums={waiting.data.body} />
        )}
        {unmet.data === undefined ? (
          <Skeleton grid="1fr 120px 60px" rows={6} />
        ) : (
          <UnmetPanel sums={unmet.data.body} />
        )}
        <UnmetHelpPanel />
        <LateReferralsPanel />
      </div>
    </Screen>
  );
};
