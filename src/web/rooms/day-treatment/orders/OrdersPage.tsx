import { useNavigate } from '@tanstack/react-router';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import { useRailCount } from '#web/shell/counts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { walkRows } from '#web/shell/walk.ts';
import { OrderRow } from './OrderRow.tsx';
import styles from './Orders.module.css';
import { found, type Group, grouped, reacting } from './order-list.ts';
import { ReactionBanner } from './ReactionBanner.tsx';
import { type OrdersRead, useOrderList } from './use-order-list.ts';

const GRID = '190px minmax(220px,1fr) 120px 130px 190px 80px';
const ROWS = 'a[data-order]';

const Head = (): JSX.Element => {
  const t = useText('orders');
  return (
    <div className={styles.head} aria-hidden="true">
      <span>{t('column.who')}</span>
      <span>{t('column.what')}</span>
      <span>{t('column.course')}</span>
      <span>{t('column.next')}</span>
      <span>{t('column.state')}</span>
      <span>{t('column.since')}</span>
    </div>
  );
};

const GroupPart = ({ group, orders }: ReturnType<typeof grouped>[number]): JSX.Element => {
  const t = useText('orders');
  const title = t(`group.${group satisfies Group}`);
  return (
    <section aria-label={title}>
      <h2 className={styles.group}>
        {title} <span>{orders.length}</span>
      </h2>
      <ul>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
    </section>
  );
};

const Nothing = ({ ended, orders }: { ended: boolean; orders: boolean }): JSX.Element => {
  const t = useText('orders');
  return (
    <Notice
      kind="empty"
      icon="clipboard-list"
      title={t(ended ? 'none.ended' : 'none.own')}
      actions={
        orders && (
          <ButtonLink to="/opdrachten/nieuw" icon="file-plus-2">
            {t('new')}
          </ButtonLink>
        )
      }
    >
      {t(ended ? 'none.endedLine' : 'none.ownLine')}
    </Notice>
  );
};

/** Names are searched here, never sent: so every page is read first. */
const useSearch = ({ orders, more, busy, readMore }: OrdersRead) => {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (typed !== '' && more && !busy) readMore();
  }, [typed, more, busy, readMore]);
  return { typed, setTyped, shown: found(orders ?? [], typed) };
};

const List = ({ read, ended }: { read: OrdersRead; ended: boolean }): JSX.Element => {
  const t = useText('orders');
  const now = useNow('minute');
  const field = useRef<HTMLInputElement>(null);
  const { typed, setTyped, shown } = useSearch(read);
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => walkRows(ROWS, 1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => walkRows(ROWS, -1), onlyKey: true },
    { keys: ['/'], does: t('search.label'), run: () => field.current?.focus(), onlyKey: true },
  ]);
  return (
    <>
      {!ended &&
        reacting(read.orders ?? [], now).map((order) => <ReactionBanner key={order.id} order={order} />)}
      <div className={styles.search}>
        <TextField
          ref={field}
          type="search"
          label={t('search.label')}
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </div>
      {shown.length === 0 ? (
        <Notice
          kind="empty"
          title={t('search.none')}
          actions={<Button onPress={() => setTyped('')}>{t('search.all')}</Button>}
        />
      ) : (
        <div className={styles.list}>
          <Head />
          {grouped(shown, ended).map((group) => (
            <GroupPart key={group.group} {...group} />
          ))}
        </div>
      )}
      {read.more && (
        <Button wide busy={read.busy} onPress={read.readMore}>
          {t(read.busy ? 'loading' : 'more')}
        </Button>
      )}
      <div className={styles.hints}>
        <KeyHints
          hints={[
            { keys: ['J', 'K'], does: t('keys.walk') },
            { keys: ['Enter'], does: t('keys.open') },
            { keys: ['N'], does: t('new') },
          ]}
        />
      </div>
    </>
  );
};

const Views = ({ ended }: { ended: boolean }): JSX.Element => {
  const t = useText('orders');
  const [, change] = useAddress();
  return (
    <ChipToggles<'own' | 'ended'>
      label={t('view.label')}
      one
      shape="joined"
      chips={(['own', 'ended'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      values={[ended ? 'ended' : 'own']}
      onChange={([next]) => change({ lijst: next === 'ended' ? 'voorbij' : '' })}
    />
  );
};

/** The orders of a hospital: what went differently first, then what is to sign, then what runs; and what is over. */
export const OrdersPage = (): JSX.Element => {
  const t = useText('orders');
  const [view] = useAddress();
  const { actor } = useSignedIn();
  const ended = view['lijst'] === 'voorbij';
  const orders = actor.role === 'specialist';
  const read = useOrderList(ended ? 'ended' : 'own');
  const looks = (ended ? [] : (read.orders ?? [])).filter(({ noticed }) => noticed !== null);
  useRailCount('orders', looks.length);
  const navigate = useNavigate();
  useKeys(
    orders ? [{ keys: ['n'], does: t('new'), run: () => void navigate({ to: '/opdrachten/nieuw' }) }] : [],
  );
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Views ended={ended} />
          {orders && (
            <ButtonLink look="primary" to="/opdrachten/nieuw" icon="file-plus-2" keys={['N']}>
              {t('new')}
            </ButtonLink>
          )}
        </div>
        {read.orders === undefined && <NotRead read={read} grid={GRID} rows={8} late={t('loading')} />}
        {read.orders?.length === 0 && <Nothing ended={ended} orders={orders} />}
        {read.orders !== undefined && read.orders.length > 0 && (
          <List key={String(ended)} read={read} ended={ended} />
        )}
      </div>
    </Screen>
  );
};
