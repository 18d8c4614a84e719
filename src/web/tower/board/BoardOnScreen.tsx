import { useNavigate } from '@tanstack/react-router';
import { type JSX, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Session } from '#modules/region/contract.ts';
import type { Board } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Legend } from '#web/design/Legend.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { remember, remembered } from '#web/remember.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { BoardCards } from './BoardCards.tsx';
import styles from './BoardOnScreen.module.css';
import { BoardTable, type Choosing } from './BoardTable.tsx';
import { addressOf, BOARD_ORDER, type BoardFilters, filtersOf, startOf, townsOf } from './board-filters.ts';
import { groupsOf, linesOf, unknownSites } from './board-lines.ts';
import { FilterBar } from './FilterBar.tsx';
import { mapPoints } from './map/map-points.ts';
import { StaleStrip } from './StaleStrip.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useSteady } from './use-steady.ts';

const BoardMap = lazy(async () => ({ default: (await import('./map/BoardMap.tsx')).BoardMap }));

const CALLERS = ['desk', 'region-manager'];

/** The filters of the address; an address without any gets the view this reader left last time. */
const useFilters = (): [BoardFilters, (change: Partial<BoardFilters>) => void] => {
  const [address, setAddress] = useAddress();
  const bare = Object.keys(address).length === 0;
  const arrived = useRef(false);
  useEffect(() => {
    // Only at arrival: clearing every filter later is a choice too.
    if (arrived.current) return;
    arrived.current = true;
    const before = remembered('board-view');
    if (bare && before !== null && before !== '') setAddress(Object.fromEntries(new URLSearchParams(before)));
  }, [bare, setAddress]);
  const change = useCallback(
    (choices: Partial<BoardFilters>): void => {
      const next = { ...address, ...addressOf(choices) };
      remember(
        'board-view',
        new URLSearchParams(Object.entries(next).filter(([, value]) => value !== '')).toString(),
      );
      setAddress(addressOf(choices));
    },
    [address, setAddress],
  );
  return [useMemo(() => filtersOf(address), [address]), change];
};

const Empty = ({
  filters,
  onChange,
}: {
  filters: BoardFilters;
  onChange: (change: Partial<BoardFilters>) => void;
}): JSX.Element => {
  const t = useText('board');
  return (
    <div className={styles.empty}>
      <Notice
        kind="empty"
        title={t(filters.km === null ? 'empty.region' : 'empty.near')}
        actions={
          <Button
            look="primary"
            onPress={() => onChange({ product: null, km: null, today: false, full: true })}
          >
            {t('empty.act')}
          </Button>
        }
      >
        {t('empty.line')}
      </Notice>
    </div>
  );
};

const Foot = (): JSX.Element => {
  const t = useText('board');
  return (
    <div className={styles.foot}>
      <Legend />
      <KeyHints
        hints={[
          { keys: ['J', 'K'], does: t('keys.upDown') },
          { keys: ['Enter'], does: t('keys.open') },
          { keys: ['W'], does: t('keys.why') },
          { keys: ['?'], does: t('keys.all') },
        ]}
      />
    </div>
  );
};

const useChoosing = (): Choosing => {
  const [chosen, onChoose] = useState<string | null>(null);
  const [why, onWhy] = useState<string | null>(null);
  return useMemo(() => ({ chosen, why, onChoose, onWhy }), [chosen, why]);
};

const useOpenings = (board: Board, session: Session) => {
  const navigate = useNavigate();
  const may = ['gp', 'gp-assistant', 'transfer-nurse', 'desk'].includes(session.actor.role);
  return {
    ward: (unitId: string) => void navigate({ to: '/afdeling/$unitId', params: { unitId } }),
    ...(may
      ? {
          request: (key: string) => {
            const row = board.rows.find(({ product, siteId }) => `${product} ${siteId}` === key);
            if (row !== undefined) {
              const search = { product: row.product, locatie: row.siteId };
              void navigate({ to: '/aanvraag', search: search as never });
            }
          },
        }
      : {}),
  };
};

/** The board with its filters, for everyone who signed in. */
export const BoardOnScreen = ({ board, session }: { board: Board; session: Session }): JSX.Element => {
  const t = useText('board');
  const phone = usePhone();
  const now: Instant = useNow('minute');
  const [filters, change] = useFilters();
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useAddress();
  const mapShown = address.kaart === '1';
  const choosing = useChoosing();
  const start = useMemo(() => startOf(filters, session.actor.site, board.sites), [filters, session, board]);
  const lines = useMemo(() => linesOf(board, start), [board, start]);
  const fresh = useMemo(() => groupsOf(lines, filters, now), [lines, filters, now]);
  const steady = useSteady(fresh, lines, JSON.stringify([filters, start]), now);
  const products = BOARD_ORDER.filter((product) => board.rows.some((row) => row.product === product));
  useBoardKeys({
    groups: steady.groups,
    products,
    choosing,
    filters,
    onFilter: change,
    onFilters: () => setOpened(true),
    openings: useOpenings(board, session),
  });
  const around = {
    products,
    towns: townsOf(board.sites),
    start: start?.name ?? null,
    hasOwnSite: session.actor.site !== null,
  };
  const List = phone ? BoardCards : BoardTable;
  const list = <List groups={steady.groups} now={now} choosing={choosing} list={steady.list} />;
  const nothing = steady.groups.length === 0;
  return (
    <>
      <div className={styles.bar}>
        <FilterBar filters={filters} around={around} opened={opened} onOpen={setOpened} onChange={change} />
        <Button icon="map" expanded={mapShown} onPress={() => setAddress({ kaart: mapShown ? '' : '1' })}>
          {t('map.show')}
        </Button>
      </div>
      {CALLERS.includes(session.actor.role) && <StaleStrip sites={unknownSites(steady.groups, now)} />}
      {steady.waiting > 0 && (
        <button type="button" className={styles.waiting} onClick={steady.show}>
          {t('moves', { count: steady.waiting })}
        </button>
      )}
      {mapShown && (
        <Suspense fallback={<Skeleton grid="1fr" rows={6} />}>
          <BoardMap points={mapPoints(steady.groups, now)} tiles={session.mapTiles} />
        </Suspense>
      )}
      {nothing && <Empty filters={filters} onChange={change} />}
      {!nothing && phone && list}
      {!nothing && !phone && (
        <Panel padded={false}>
          {list}
          <Foot />
        </Panel>
      )}
    </>
  );
};
