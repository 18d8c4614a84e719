import { useNavigate } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import { DiscardForm } from './DiscardForm.tsx';
import styles from './OrderForm.module.css';
import { StopForm } from './StopForm.tsx';
import { useOrderActs } from './use-order-acts.ts';

const SignDraft = ({ order }: { order: OrderView }): JSX.Element => {
  const t = useText('orders');
  const { act, busy, problem } = useOrderActs();
  const sign = async (): Promise<void> => {
    if (busy) return;
    const signed = await act({ path: `/${order.id}/sign`, body: {}, version: order.version });
    if (signed !== null) announce(t('signed.said', { site: signed.site.name }));
  };
  useKeys([{ keys: ['Ctrl+Enter'], does: t('sign'), run: () => void sign() }]);
  return (
    <>
      <Refused problem={problem} />
      <Button
        look="primary"
        size="large"
        icon="signature"
        keys={['Ctrl', 'Enter']}
        busy={busy}
        onPress={() => void sign()}
      >
        {t(busy ? 'busy' : 'sign')}
      </Button>
    </>
  );
};

/** What the specialist can do with an order: sign, change, stop, throw away, or write the same once more. */
export const OrderFoot = ({ order, onChange }: { order: OrderView; onChange: () => void }): JSX.Element => {
  const t = useText('orders');
  const [asking, setAsking] = useState<'stop' | 'discard' | null>(null);
  const navigate = useNavigate();
  const done = (): void => setAsking(null);
  const repeat = () => navigate({ to: '/opdrachten/nieuw', search: { van: order.id } as never });
  if (asking === 'stop') return <StopForm order={order} onDone={done} />;
  if (asking === 'discard') return <DiscardForm order={order} onDone={done} />;
  const { state } = order;
  return (
    <div className={styles.foot}>
      {state === 'draft' && (
        <Button size="large" look="quiet" icon="trash-2" onPress={() => setAsking('discard')}>
          {t('discard.act')}
        </Button>
      )}
      {state === 'signed' && (
        <Button size="large" look="quiet" icon="circle-stop" onPress={() => setAsking('stop')}>
          {t('stop.act')}
        </Button>
      )}
      {(state === 'draft' || state === 'signed') && (
        <Button size="large" icon="pencil" onPress={onChange}>
          {t('change')}
        </Button>
      )}
      {state !== 'draft' && (
        <Button size="large" icon="repeat" onPress={() => void repeat()}>
          {t('repeat.act')}
        </Button>
      )}
      {state === 'draft' && <SignDraft order={order} />}
    </div>
  );
};
