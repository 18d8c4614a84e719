import { type JSX, useState } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { WITHDRAW_CODES, type WithdrawCode } from '#modules/placement/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { acceptedOffer, openOffer } from '#web/rooms/placement/strip-facts.ts';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Detail.module.css';

const CLOSABLE = new Set<RequestView['state']>(['searching', 'offered', 'accepted']);

/** What one can do with an own request: call who must answer, or take it back. */
export const RequestFoot = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('mine');
  const { region } = useSignedIn();
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState<WithdrawCode>('other-solution');
  const { take, busy, problem } = useStep();
  const offer = acceptedOffer(request) ?? openOffer(request);
  const phone = offer?.phone ?? region.deskPhone;
  const withdraw = async (): Promise<void> => {
    await take({ path: `/requests/${request.id}/close`, body: { reason: 'withdrawn', code } });
    setAsking(false);
  };
  if (asking) {
    return (
      <AskFirst
        title={t('withdraw.title')}
        yes={t('withdraw.yes')}
        no={t('withdraw.no')}
        busy={busy}
        onYes={() => void withdraw()}
        onNo={() => setAsking(false)}
      >
        <p>{t('withdraw.line')}</p>
        <ChipToggles<WithdrawCode>
          label={t('withdraw.why')}
          one
          shape="box"
          chips={WITHDRAW_CODES.map((value) => ({ value, label: t(`withdraw.code.${value}`) }))}
          values={[code]}
          onChange={([next]) => setCode(next ?? code)}
        />
      </AskFirst>
    );
  }
  return (
    <div className={styles.foot}>
      <Refused problem={problem} />
      <div className={styles.buttons}>
        <ButtonLink to={telephone(phone)} size="large" icon="phone">
          {offer === undefined ? t('call.desk') : t('call.site', { site: offer.site })}
        </ButtonLink>
        {CLOSABLE.has(request.state) && (
          <Button size="large" onPress={() => setAsking(true)}>
            {t('withdraw.act')}
          </Button>
        )}
      </div>
    </div>
  );
};
