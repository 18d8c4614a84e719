import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { useOrderActs } from './use-order-acts.ts';

/** Throws a draft away, which cannot come back. */
export const DiscardForm = ({ order, onDone }: { order: OrderView; onDone: () => void }): JSX.Element => {
  const t = useText('orders');
  const navigate = useNavigate();
  const { act, busy, problem } = useOrderActs();
  const discard = async (): Promise<void> => {
    const gone = await act({ path: `/${order.id}/discard`, body: {}, version: order.version });
    if (gone === null) return;
    announce(t('discard.said'));
    void navigate({ to: '/opdrachten' });
  };
  return (
    <AskFirst
      title={t('discard.title')}
      yes={t('discard.yes')}
      no={t('leave')}
      busy={busy}
      onYes={() => void discard()}
      onNo={onDone}
    >
      {t('discard.line')}
      <Refused problem={problem} />
    </AskFirst>
  );
};
