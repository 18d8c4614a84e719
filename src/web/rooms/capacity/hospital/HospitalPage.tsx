import type { JSX } from 'react';
import type { z } from 'zod';
import { LOAD_KINDS } from '#modules/capacity/types.ts';
import type { RegionView } from '#modules/region/contract.ts';
import type { Pressure } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Hospital.module.css';
import { LoadCard } from './LoadCard.tsx';
import { OwnWaiting } from './OwnWaiting.tsx';

/** The sites of the reader's own hospital, kept true; undefined while they are read. */
const useOwnSites = (): z.infer<typeof RegionView>['sites'] | undefined => {
  const { actor } = useSignedIn();
  const region = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']).data?.body;
  return region?.sites.filter((site) => site.organisationId === actor.organisation.id);
};

/** How busy the hospital is, told by the hospital itself: two numbers, and a stop when nobody more can come in. */
export const HospitalPage = (): JSX.Element => {
  const t = useText('hospital');
  const { actor } = useSignedIn();
  const sites = useOwnSites();
  const { data, error } = useRead<Pressure>('/api/v1/pressure', ['load', 'board']);
  return (
    <Screen title={t('title')} line={t('line', { organisation: actor.organisation.name })}>
      <div className={styles.page}>
        <ProblemNotice problem={error} />
        {error === null && (data === undefined || sites === undefined) && (
          <Panel>
            <Skeleton grid="1fr 1fr" rows={3} late={t('loading')} />
          </Panel>
        )}
        {sites?.length === 0 && (
          <Notice
            kind="empty"
            icon="hospital"
            title={t('none')}
            actions={<ButtonLink to="/bord">{t('board')}</ButtonLink>}
          >
            {t('noneLine')}
          </Notice>
        )}
        {data !== undefined &&
          sites?.map((site) => (
            <section key={site.id} className={styles.site} aria-label={site.name}>
              {sites.length > 1 && <h2>{site.name}</h2>}
              {LOAD_KINDS.map((kind) => (
                <LoadCard
                  key={kind}
                  siteId={site.id}
                  kind={kind}
                  told={data.body.hospitals.find((each) => each.siteId === site.id && each.kind === kind)}
                />
              ))}
            </section>
          ))}
        {sites !== undefined && sites.length > 0 && <OwnWaiting />}
      </div>
    </Screen>
  );
};
