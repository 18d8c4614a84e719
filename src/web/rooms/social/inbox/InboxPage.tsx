import { type JSX, useEffect, useRef } from 'react';
import type { ReferralList, ReferralView } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from '#web/rooms/social/refer/Refer.module.css';
import { useRailCount } from '#web/shell/counts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { InboxCard } from './InboxCard.tsx';

const OVER = new Set(['ended', 'passed-on']);

/** What came on the screen was seen: who referred hears so, and nobody presses anything for it. */
const useSeen = (referrals: readonly ReferralView[]): void => {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = referrals.filter(({ id, state }) => state === 'sent' && !told.current.has(id));
    for (const { id, version } of fresh) {
      told.current.add(id);
      call('POST', `/api/v1/referrals/${id}/seen`, {}, { ifMatch: `"${version}"` }).then(
        () => readAgain(['referral']),
        // Somebody else was first, or there is no connection: then it is told at the next look.
        () => told.current.delete(id),
      );
    }
  }, [referrals]);
};

const Cards = ({ label, referrals }: { label: string; referrals: readonly ReferralView[] }): JSX.Element => (
  <ul className={styles.list} aria-label={label}>
    {referrals.map((each) => (
      <InboxCard key={each.id} referral={each} />
    ))}
  </ul>
);

const NOBODY: readonly ReferralView[] = [];

const Inbox = (): JSX.Element => {
  const t = useText('referral');
  const read = useRead<ReferralList>('/api/v1/referrals/inbox', ['referral', 'consent']);
  const referrals = read.data?.body.referrals ?? NOBODY;
  const open = referrals.filter(({ state }) => !OVER.has(state));
  const over = referrals.filter(({ state }) => OVER.has(state));
  useSeen(referrals);
  useRailCount('inbox', open.filter(({ state }) => state === 'sent' || state === 'seen').length);
  if (read.data === undefined) return <NotRead read={read} grid="1fr 160px" rows={5} late={t('late')} />;
  return (
    <>
      {open.length === 0 ? (
        <Notice kind="empty" icon="inbox" title={t('noneIn')}>
          {t('noneInLine')}
        </Notice>
      ) : (
        <Cards label={t('inTitle')} referrals={open} />
      )}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{t('overTitle', { count: over.length })}</summary>
          <Cards label={t('overTitle', { count: over.length })} referrals={over} />
        </details>
      )}
    </>
  );
};

/** What came in at a welfare organisation: who waits longest stands first, and each next step is one press. */
export const InboxPage = (): JSX.Element => {
  const t = useText('referral');
  const mine = useSignedIn().actor.role === 'welfare-worker';
  return (
    <Screen title={t('inTitle')} line={t('inLine')}>
      <div className={styles.page}>
        {mine ? (
          <Inbox />
        ) : (
          <Notice kind="plain" title={t('notYou')}>
            {t('notYouLine')}
          </Notice>
        )}
      </div>
    </Screen>
  );
};
