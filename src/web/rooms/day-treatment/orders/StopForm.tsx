import type { JSX } from 'react';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { ReasonFirst } from './ReasonFirst.tsx';
import { useOrderActs } from './use-order-acts.ts';

/** Stops an order, with why: what is planned is free at once; who sits there now is told to the reader first. */
export const StopForm = ({ order, onDone }: { order: OrderView; onDone: () => void }): JSX.Element => {
  const t = useText('orders');
  const { act, busy, problem } = useOrderActs();
  const planned = order.visitList.filter(({ state }) => state === 'planned').length;
  const here = order.visitList.some(({ state }) => state === 'arrived');
  const stop = async (reason: string): Promise<void> => {
    if ((await act({ path: `/${order.id}/stop`, body: { reason } })) === null) return;
    announce(t('stop.said'));
    onDone();
  };
  return (
    <ReasonFirst
      title={t('stop.title')}
      asks={t('stop.reason')}
      missing={t('missing.reason')}
      yes={t(busy ? 'busy' : 'stop.yes')}
      no={t('leave')}
      busy={busy}
      onYes={(reason) => void stop(reason)}
      onNo={onDone}
    >
      <p>
        {t('stop.line', { count: planned })}
        {here &&
          ` ${t('stop.hereLine', { name: order.person?.name ?? t('row.noName'), site: order.site.name })}`}
      </p>
      <Refused problem={problem} />
    </ReasonFirst>
  );
};
