import type { JSX } from 'react';
import type { OrderLine } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { useOrderWords } from './use-order-words.ts';

/** Somebody reacts, or did today: who, where, and the telephone of that room in one tap. */
export const ReactionBanner = ({ order }: { order: OrderLine }): JSX.Element | null => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  const words = useOrderWords();
  const { noticed, site, sitePhone } = order;
  if (noticed === null) return null;
  return (
    <Notice
      kind="failed"
      icon="triangle-alert"
      title={t('reaction.title', {
        name: words.name(order),
        moment: format.moment(Date.parse(noticed.at), now),
      })}
      actions={
        <>
          {sitePhone !== null && (
            <ButtonLink look="call" icon="phone" to={telephone(sitePhone)}>
              {t('call', { who: site.name, phone: sitePhone })}
            </ButtonLink>
          )}
          <ButtonLink to={`/opdrachten/${order.id}`}>{t('reaction.open')}</ButtonLink>
        </>
      }
      announce
    >
      {t('reaction.line', { treatment: order.treatment.name, site: site.name })}
    </Notice>
  );
};
