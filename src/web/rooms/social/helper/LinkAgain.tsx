import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { HelperLinkView, ReferralView } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';

/** Who referred has the link sent again to an organisation without accounts; in practice it opens from here. */
export const LinkAgain = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('helper');
  const ask = useMutation<HelperLinkView, Problem>({
    mutationFn: () => call('POST', `/api/v1/referrals/${referral.id}/link`),
  });
  const { data } = ask;
  return (
    <>
      <div>
        <Button icon="mail" busy={ask.isPending} onPress={() => ask.mutate()}>
          {t('again.do')}
        </Button>
      </div>
      <Refused problem={ask.error} />
      {data?.sentTo != null && <Notice kind="good" title={t('again.sent', { to: data.sentTo })} announce />}
      {data?.token != null && (
        <Notice
          kind="plain"
          icon="mail"
          title={
            <a href={`/verwijzing#${data.token}`} target="_blank" rel="noreferrer">
              {t('again.practice')}
            </a>
          }
          announce
        >
          {t('again.practiceLine')}
        </Notice>
      )}
    </>
  );
};
