import type { JSX } from 'react';
import type { AlertsView } from '#modules/review/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useRailCount } from '#web/shell/counts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePaper } from '#web/tower/board/paper/use-paper.ts';
import { AlertCard } from './AlertCard.tsx';
import { Homes } from './Homes.tsx';
import { Report } from './Report.tsx';
import styles from './Review.module.css';

const VIEWS = ['open', 'closed', 'report', 'homes'] as const;
type View = (typeof VIEWS)[number];

const List = ({ state }: { state: 'open' | 'closed' }): JSX.Element => {
  const t = useText('review');
  const { data, error, isFetched } = useRead<AlertsView>(`/api/v1/review/alerts?state=${state}`, ['review']);
  const alerts = data?.body.alerts;
  return (
    <>
      <Refused problem={error} />
      {!isFetched && <Skeleton grid="1fr 160px" rows={5} late={t('late')} />}
      {alerts?.length === 0 && (
        <Notice kind="empty" icon="shield-check" title={t(`none.${state}`)}>
          {t(`noneLine.${state}`)}
        </Notice>
      )}
      {alerts !== undefined && alerts.length > 0 && (
        <ul className={styles.list} aria-label={t(`view.${state}`)}>
          {alerts.map((alert) => (
            <AlertCard key={alert.id} alert={alert} />
          ))}
        </ul>
      )}
    </>
  );
};

const Views = ({ view, onView }: { view: View; onView: (next: View) => void }): JSX.Element => {
  const t = useText('review');
  const { data } = useRead<AlertsView>('/api/v1/review/alerts?state=open', ['review']);
  const open = data?.body.open ?? 0;
  useRailCount('review', open);
  return (
    <div className={styles.views}>
      <ChipToggles<View>
        label={t('view.label')}
        one
        shape="joined"
        scroll
        chips={VIEWS.map((value) => ({
          value,
          label: value === 'open' && open > 0 ? `${t('view.open')} ${open}` : t(`view.${value}`),
        }))}
        values={[view]}
        onChange={([next]) => onView(next ?? view)}
      />
    </div>
  );
};

/** Looks that somebody must judge: the security officer reads why a look stands out, and closes it with a reason. */
export const ReviewPage = (): JSX.Element => {
  const t = useText('review');
  const paper = usePaper();
  const [address, change] = useAddress();
  const officer = useSignedIn().actor.role === 'security-officer';
  const view = VIEWS.find((each) => each === address['lijst']) ?? 'open';
  if (paper && officer && view === 'report') return <Report />;
  return (
    <Screen title={t('title')} line={t('line')}>
      {officer ? (
        <div className={styles.page}>
          <Views view={view} onView={(next) => change({ lijst: next === 'open' ? '' : next })} />
          {view === 'report' && <Report />}
          {view === 'homes' && <Homes />}
          {(view === 'open' || view === 'closed') && <List key={view} state={view} />}
          {view === 'open' && (
            <div>
              <ButtonLink to="/noodknop" look="quiet" icon="siren">
                {t('switch')}
              </ButtonLink>
            </div>
          )}
        </div>
      ) : (
        <Notice kind="plain" title={t('notYou')}>
          {t('notYouLine')}
        </Notice>
      )}
    </Screen>
  );
};
