import type { JSX } from 'react';
import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import type { DeliveryView, WebhookView } from '#platform/outbox/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Came } from './Came.tsx';
import styles from './Links.module.css';
import { useAct } from './use-links.ts';
import { eventWords, receiverName } from './words.ts';

const MOST_SHOWN = 15;

interface Shown {
  readonly deliveries: readonly DeliveryView[];
  readonly webhooks: readonly WebhookView[];
}

const useReceiver = (webhooks: readonly WebhookView[]): ((delivery: DeliveryView) => string) => {
  const t = useText('links');
  const { data } = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']);
  return (delivery) => receiverName(delivery, webhooks, data?.body) ?? t('gone');
};

const Kind = ({ kind }: { kind: DeliveryView['kind'] }): JSX.Element => {
  if (kind === 'webhook') return <Icon name="webhook" size={15} />;
  return kind === 'mail' ? <Icon name="mail" size={15} /> : <Icon name="message-circle" size={15} />;
};

const StuckRow = ({ delivery, to }: { delivery: DeliveryView; to: string }): JSX.Element => {
  const t = useText('links');
  const { busy, problem, act } = useAct();
  return (
    <li className={styles.link}>
      <div className={styles.where}>
        <b>
          <Kind kind={delivery.kind} /> {eventWords(t, delivery)}
        </b>
        <span>{to}</span>
        <Came delivery={delivery} />
      </div>
      <div className={styles.acts}>
        <Button
          size="small"
          icon="rotate-cw"
          busy={busy}
          onPress={() => act(`/deliveries/${delivery.id}/replay`)}
        >
          {t('stuck.again')}
        </Button>
      </div>
      <Refused problem={problem} />
    </li>
  );
};

/** What got stuck, to be sent again by a person. */
export const Stuck = ({ deliveries, webhooks }: Shown): JSX.Element => {
  const t = useText('links');
  const receiver = useReceiver(webhooks);
  const dead = deliveries.filter(({ state }) => state === 'dead');
  return (
    <Panel title={t('stuck.title')}>
      {dead.length === 0 ? (
        <p className={styles.quiet}>{t('stuck.none')}</p>
      ) : (
        <>
          <p className={styles.quiet}>{t('stuck.line')}</p>
          <ul>
            {dead.map((delivery) => (
              <StuckRow key={delivery.id} delivery={delivery} to={receiver(delivery)} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
};

/** The last messages, arrived or on their way. */
export const Sent = ({ deliveries, webhooks }: Shown): JSX.Element => {
  const t = useText('links');
  const receiver = useReceiver(webhooks);
  const shown = deliveries.filter(({ state }) => state !== 'dead').slice(0, MOST_SHOWN);
  return (
    <Panel title={t('sent.title')}>
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t('sent.none')}</p>
      ) : (
        <table className={styles.log}>
          <thead>
            <tr>
              <th scope="col">{t('sent.what')}</th>
              <th scope="col">{t('sent.to')}</th>
              <th scope="col">{t('sent.came')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((delivery) => (
              <tr key={delivery.id}>
                <td>
                  <span className={styles.what}>
                    <Kind kind={delivery.kind} />
                    {eventWords(t, delivery)}
                  </span>
                </td>
                <td>{receiver(delivery)}</td>
                <td>
                  <Came delivery={delivery} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
