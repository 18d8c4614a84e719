import { type JSX, useState } from 'react';
import type { ReferralView, ServiceView } from '#modules/social/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useRefers } from '#web/rooms/social/map/use-refers.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { telephone } from '#web/telephone.ts';
import styles from './Refer.module.css';
import { ReferForm } from './ReferForm.tsx';

/** Who does not take part here is joined as the map says. */
const NotHere = ({ service }: { service: ServiceView }): JSX.Element => {
  const t = useText('referral');
  return (
    <Notice
      kind="plain"
      icon="phone-call"
      title={t('notHere.title', { name: service.organisation })}
      actions={
        <>
          {service.phones.map(({ number }) => (
            <ButtonLink key={number} to={telephone(number)} look="call" icon="phone">
              {number}
            </ButtonLink>
          ))}
          <ButtonLink to={`/sociale-kaart/${service.id}`}>{t('notHere.map')}</ButtonLink>
        </>
      }
    >
      {service.howToJoin ?? t('notHere.line')}
    </Notice>
  );
};

const Sent = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('referral');
  return (
    <Notice
      kind="good"
      announce
      title={t('sent.title', { code: referral.code, to: referral.to })}
      actions={
        <>
          <ButtonLink to="/verwijzingen" look="primary">
            {t('sent.list')}
          </ButtonLink>
          <ButtonLink to="/sociale-kaart">{t('sent.map')}</ButtonLink>
        </>
      }
    >
      {t('sent.line')}
    </Notice>
  );
};

const Refer = ({ service }: { service: ServiceView }): JSX.Element => {
  const [sent, setSent] = useState<ReferralView | null>(null);
  if (!service.takesReferrals) return <NotHere service={service} />;
  if (sent !== null) return <Sent referral={sent} />;
  return (
    <Panel>
      <ReferForm service={service} onSent={setSent} />
    </Panel>
  );
};

/** Refers somebody to this service in two fields: who, and the question in their own words. */
export const ReferPage = (): JSX.Element => {
  const t = useText('referral');
  const id = usePathPart('serviceId');
  const mine = useRefers();
  const read = useRead<ServiceView>(`/api/v1/social/services/${id}`, ['service']);
  const service = read.data?.body;
  return (
    <Screen
      title={service === undefined ? t('refer') : t('referTo', { name: service.name })}
      line={service?.organisation ?? ''}
      back={`/sociale-kaart/${id}`}
    >
      <div className={styles.page}>
        {!mine && (
          <Notice kind="plain" title={t('notYou')}>
            {t('notYouLine')}
          </Notice>
        )}
        {mine && service === undefined && <NotRead read={read} grid="1fr" rows={5} />}
        {mine && service !== undefined && <Refer key={service.id} service={service} />}
      </div>
    </Screen>
  );
};
