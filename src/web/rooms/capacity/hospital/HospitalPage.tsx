import type { JSX } from 'react';
import type { z } from 'zod';
import { LOAD_KINDS } from '#modules/capacity/types.ts';
import type { RegionView } from '#modules/region/contract.ts';
import type { Pressure } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Hospital.module.css';
import { LoadCard } from './LoadCard.tsx';
import { OwnWaiting } from './OwnWaiting.tsx';

/** How busy the hospital is, told by the hospital itself: two numbers, and a stop when nobody more can come in. */
export const HospitalPage = (): JSX.Element => {
  const t = useText('hospital');
  const { actor } = useSignedIn();
  const region = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  const sites = region.data?.body.sites.filter((site) => site.organisationId === actor.organisation.id);
  const pressure = useRead<Pressure>('/api/v1/pressure', ['load', 'board']);
  const { data } = pressure;
  return (
    <Screen title={t('title')} line={t('line', { organisation: actor.organisation.name })}>
      <div className={styles.page}>
        {(data === undefined || sites === undefined) && (
          <NotRead
            read={sites === undefined ? region : pressure}
            grid="1fr 1fr"
            rows={3}
            late={t('loading')}
          />
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
