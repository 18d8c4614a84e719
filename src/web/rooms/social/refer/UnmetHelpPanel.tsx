import type { JSX } from 'react';
import { instantFromIso } from '#kernel/calendar.ts';
import type { LateReferrals, UnmetHelp } from '#modules/social/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Refer.module.css';

const Kinds = ({ help }: { help: UnmetHelp }): JSX.Element => {
  const t = useText('referral');
  return (
    <ul className={styles.list}>
      {help.kinds.map(({ code, times, reasons, ...kind }) => (
        <li key={code} className={styles.head}>
          <div>
            <b>{kind[currentLanguage()]}</b>
            {reasons.length > 0 && (
              <p className={styles.aside}>
                {reasons.map(({ reason, times: often }) => `${t(`reason.${reason}`)} ${often}`).join(' · ')}
              </p>
            )}
          </div>
          <span>
            {times === null ? t('unmet.few', { count: help.fewerThan }) : t('unmet.times', { count: times })}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** Which help was not there: counted by kind, without persons. */
export const UnmetHelpPanel = (): JSX.Element => {
  const t = useText('referral');
  const format = useFormat();
  const read = useRead<UnmetHelp>('/api/v1/referrals/unmet', ['referral']);
  const help = read.data?.body;
  if (help === undefined) return <NotRead read={read} grid="1fr 120px" rows={3} />;
  const since = format.longDay(instantFromIso(`${help.since}T12:00:00Z`));
  return (
    <Panel title={t('unmet.title')}>
      {help.kinds.length === 0 ? (
        <Notice kind="empty" icon="circle-check" title={t('unmet.none')} />
      ) : (
        <div className={styles.part}>
          <p className={styles.aside}>{t('unmet.line', { since })}</p>
          <Kinds help={help} />
        </div>
      )}
    </Panel>
  );
};

const Late = (): JSX.Element => {
  const t = useText('referral');
  const format = useFormat();
  const read = useRead<LateReferrals>('/api/v1/referrals/late', ['referral']);
  const late = read.data?.body.late;
  if (late === undefined) return <NotRead read={read} grid="1fr 120px" rows={2} />;
  return (
    <Panel title={t('unmet.lateTitle')}>
      {late.length === 0 ? (
        <Notice kind="empty" icon="circle-check" title={t('unmet.lateNone')} />
      ) : (
        <ul className={styles.list}>
          {late.map(({ code, service, phone, dueAt }) => (
            <li key={code} className={styles.head}>
              <div>
                <b>
                  {service.name} · {service.organisation}
                </b>
                <p className={styles.aside}>
                  {t('unmet.lateLine', { code, day: format.day(instantFromIso(dueAt)) })}
                </p>
              </div>
              {phone !== null && (
                <ButtonLink to={telephone(phone)} look="call" icon="phone">
                  {t('unmet.call', { phone })}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** Where referrals are left lying, for the desk alone: which service to call, and nothing of whom it is about. */
export const LateReferralsPanel = (): JSX.Element | null =>
  useSignedIn().actor.role === 'desk' ? <Late /> : null;
