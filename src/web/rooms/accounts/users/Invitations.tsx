import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { AccountsList, Invited } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ShownLink } from './ShownLink.tsx';
import styles from './Users.module.css';

type Item = z.infer<typeof AccountsList>['invitations'][number];

const InvitationRow = ({ item }: { item: Item }): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const format = useFormat();
  const now = useNow('minute');
  const [made, setMade] = useState<z.infer<typeof Invited> | null>(null);
  const again = useAct<z.infer<typeof Invited>>();
  const away = useAct();
  const until = format.moment(Date.parse(item.expiresAt), now);
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <b>{item.name}</b>
        <span>{item.email}</span>
        <span>
          {words(`role.${item.role}`)}
          {item.place !== null && ` · ${item.place}`}
          {item.administrator && ` · ${t('user.administrator')}`}
        </span>
        {item.again && <span>{t('reset.waiting')}</span>}
      </span>
      <span className={styles.state}>
        <span className={item.state === 'open' ? undefined : styles.warn}>
          {item.state === 'open' ? (
            <Icon name="hourglass" size={15} />
          ) : (
            <Icon name="circle-alert" size={15} />
          )}
          {item.state === 'open'
            ? t('invite.until', { moment: until })
            : t('invite.expired', { moment: until })}
        </span>
      </span>
      <span className={styles.acts}>
        <Button
          size="small"
          busy={again.busy}
          label={`${t('invite.again')}: ${item.name}`}
          onPress={() => again.act(`/accounts/invitations/${item.id}/renew`, {}, setMade)}
        >
          {t('invite.again')}
        </Button>
        <Button
          size="small"
          look="quiet"
          busy={away.busy}
          label={`${t('invite.withdraw')}: ${item.name}`}
          onPress={() => away.act(`/accounts/invitations/${item.id}`, {}, undefined, 'DELETE')}
        >
          {t('invite.withdraw')}
        </Button>
      </span>
      {made !== null && (
        <ShownLink link={made.link} email={item.email} again={item.again} onDone={() => setMade(null)} />
      )}
      <Refused problem={again.problem ?? away.problem} />
    </li>
  );
};

/** Who was asked and has not said yes; a new link makes the old one worthless. */
export const Invitations = ({ invitations }: { invitations: readonly Item[] }): JSX.Element | null => {
  const t = useText('accounts');
  if (invitations.length === 0) return null;
  return (
    <Panel title={t('invite.waiting')}>
      <ul>
        {invitations.map((item) => (
          <InvitationRow key={item.id} item={item} />
        ))}
      </ul>
    </Panel>
  );
};
