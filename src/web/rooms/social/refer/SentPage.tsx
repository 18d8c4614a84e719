import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ReferralAnswer, ReferralList, ReferralView } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { LinkAgain } from '#web/rooms/social/helper/LinkAgain.tsx';
import { announce } from '#web/shell/announce.ts';
import { useRailCount } from '#web/shell/counts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Refer.module.css';
import { Steps } from './Steps.tsx';
import { useReferralWords } from './use-referral-words.ts';

const OVER = new Set(['ended', 'passed-on', 'withdrawn']);
const MAY = ['gp', 'gp-assistant', 'transfer-nurse', 'welfare-worker'];

const useActing = (referral: ReferralView) => {
  const t = useText('referral');
  const options = { ifMatch: `"${referral.version}"` };
  return useMutation<ReferralAnswer, Problem, 'read' | 'withdrawn'>({
    mutationFn: (act) => call('POST', `/api/v1/referrals/${referral.id}/${act}`, {}, options),
    onSuccess: (_, act) => {
      if (act === 'withdrawn') announce(t('withdraw.done'));
    },
    onSettled: () => readAgain(['referral']),
  });
};

/** Where it was passed on to, and how far it is there. */
const Onwards = ({ on }: { on: NonNullable<ReferralView['passedOn']> }): JSX.Element => {
  const t = useText('referral');
  return (
    <p>
      {t('onwards', { service: on.service })}{' '}
      <b>{on.result === null ? t(`state.${on.state}`) : t(`result.${on.result}.title`)}</b>
    </p>
  );
};

const Tags = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('referral');
  const { resultOf } = useReferralWords();
  const end = referral.steps.find(({ result }) => result !== null);
  return (
    <p className={styles.tags}>
      {referral.unseen && <span className={styles.tag}>{t('unseen')}</span>}
      {referral.late && (
        <span className={styles.tag} data-late>
          <Icon name="clock-alert" size={15} />
          {t('lateTag')}
        </span>
      )}
      <span className={styles.tag}>{end === undefined ? t(`state.${referral.state}`) : resultOf(end)}</span>
    </p>
  );
};

/** One referral for who made it: how far it is and what came of it. */
const SentCard = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('referral');
  const { momentOf, warmOf } = useReferralWords();
  const blocked = useLink().state === 'lost';
  const [open, setOpen] = useState(false);
  const act = useActing(referral);
  const { name, service, to, code, unseen, late } = referral;
  const press = (): void => {
    setOpen(!open);
    if (unseen) act.mutate('read');
  };
  return (
    <li className={styles.card} data-unseen={unseen} data-late={late}>
      <div className={styles.head}>
        <div>
          <h2>{name ?? code}</h2>
          <p className={styles.aside}>
            {service.name} · {to} · {momentOf(referral.madeAt)}
          </p>
        </div>
        <Tags referral={referral} />
      </div>
      {referral.passedOn !== null && <Onwards on={referral.passedOn} />}
      {open && (
        <>
          <blockquote className={styles.question}>“{referral.question}”</blockquote>
          <p className={styles.aside}>{warmOf(referral)}</p>
          <Steps steps={referral.steps} />
          {referral.byLink && <LinkAgain referral={referral} />}
        </>
      )}
      <Refused problem={act.error} />
      <div className={styles.acts}>
        <Button expanded={open} onPress={press} label={`${open ? t('less') : t('more')}: ${name ?? code}`}>
          {open ? t('less') : t('more')}
        </Button>
        {open && !OVER.has(referral.state) && (
          <Button look="quiet" blocked={blocked} busy={act.isPending} onPress={() => act.mutate('withdrawn')}>
            {t('withdraw.do')}
          </Button>
        )}
      </div>
    </li>
  );
};

const List = (): JSX.Element => {
  const t = useText('referral');
  const read = useRead<ReferralList>('/api/v1/referrals', ['referral', 'consent']);
  const referrals = read.data?.body.referrals;
  useRailCount('referrals', referrals?.filter(({ unseen }) => unseen).length ?? 0);
  if (referrals === undefined) return <NotRead read={read} grid="1fr 160px" rows={5} late={t('late')} />;
  if (referrals.length === 0)
    return (
      <Notice
        kind="empty"
        icon="send"
        title={t('noneSent')}
        actions={
          <ButtonLink to="/sociale-kaart" look="primary" icon="map">
            {t('sent.map')}
          </ButtonLink>
        }
      >
        {t('noneSentLine')}
      </Notice>
    );
  return (
    <ul className={styles.list} aria-label={t('sentTitle')}>
      {referrals.map((each) => (
        <SentCard key={each.id} referral={each} />
      ))}
    </ul>
  );
};

/** What the reader's organisation referred, and what became of it. */
export const SentPage = (): JSX.Element => {
  const t = useText('referral');
  const mine = MAY.includes(useSignedIn().actor.role);
  return (
    <Screen title={t('sentTitle')} line={t('sentLine')}>
      <div className={styles.page}>
        {mine ? (
          <List />
        ) : (
          <Notice kind="plain" title={t('notYou')}>
            {t('notYouLine')}
          </Notice>
        )}
      </div>
    </Screen>
  );
};
