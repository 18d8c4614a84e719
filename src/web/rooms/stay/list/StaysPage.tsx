import type { JSX } from 'react';
import type { StayLine, StayList } from '#modules/stay/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { HandoverInbox } from '#web/rooms/stay/handover/HandoverInbox.tsx';
import { ContactsDue } from '#web/rooms/stay/return/ContactsDue.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { useRailCount } from '#web/shell/counts.ts';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { walkRows } from '#web/shell/walk.ts';
import { Filters, useFilters, Views } from './Filters.tsx';
import { filtered } from './filters.ts';
import { StayRow } from './StayRow.tsx';
import styles from './Stays.module.css';

const GRID = '44px 240px 130px minmax(220px,1fr) minmax(240px,1fr) 130px';

const ROWS = 'a[data-stay]';

const Head = (): JSX.Element => {
  const t = useText('stay');
  return (
    <div className={styles.head} aria-hidden="true">
      <span>{t('column.bed')}</span>
      <span>{t('column.who')}</span>
      <span>{t('column.days')}</span>
      <span>{t('column.barriers')}</span>
      <span>{t('column.next')}</span>
      <span>{t('column.end')}</span>
    </div>
  );
};

const groupOf = ({ endedAt, need }: StayLine): 'decide' | 'under-way' | 'left' => {
  if (endedAt !== null) return 'left';
  return need === 'none' ? 'under-way' : 'decide';
};

const Groups = ({ stays }: { stays: readonly StayLine[] }): JSX.Element => {
  const t = useText('stay');
  const groups = Object.entries(Object.groupBy(stays, groupOf));
  return (
    <div className={styles.list}>
      <Head />
      {groups.map(([group, own = []]) => (
        <section key={group} aria-label={t(`group.${group}`)}>
          <h2 className={styles.group}>
            {t(`group.${group}`)} <span>{own.length}</span>
          </h2>
          <ul>
            {own.map((stay) => (
              <StayRow key={stay.stayId} stay={stay} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};

const Nothing = ({ ended, house }: { ended: boolean; house: boolean }): JSX.Element => {
  const t = useText('stay');
  const which = ended ? 'ended' : house ? 'house' : 'mine';
  return (
    <Notice
      kind="empty"
      icon="route"
      title={t(`none.${which}`)}
      actions={
        house ? (
          <ButtonLink to="/bord" icon="layout-list">
            {t('none.toBoard')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/aanvraag" icon="file-plus-2">
            {t('none.ask')}
          </ButtonLink>
        )
      }
    >
      {t(`noneLine.${which}`)}
    </Notice>
  );
};

const List = ({ list, house }: { list: StayList; house: boolean }): JSX.Element => {
  const t = useText('stay');
  const now = useNow('minute');
  const [, change] = useAddress();
  const ended = list.scope === 'ended';
  const filters = useFilters(list.stays);
  const shown = filtered(list.stays, filters, now);
  usePrinted(
    'requests',
    shown.map(({ requestId }) => requestId),
  );
  useRailCount('stay', ended ? 0 : list.stays.filter(({ own, need }) => own && need !== 'none').length);
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => walkRows(ROWS, 1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => walkRows(ROWS, -1), onlyKey: true },
  ]);
  if (list.stays.length === 0) return <Nothing ended={ended} house={house} />;
  return (
    <>
      {!ended && <Filters stays={list.stays} filters={filters} />}
      {shown.length === 0 ? (
        <Notice
          kind="empty"
          title={t('none.filtered')}
          actions={
            <Button onPress={() => change({ wacht: '', week: '', afdeling: '' })}>{t('none.all')}</Button>
          }
        />
      ) : (
        <Groups stays={shown} />
      )}
      <div className={styles.foot}>
        <KeyHints
          hints={[
            { keys: ['J', 'K'], does: t('keys.walk') },
            { keys: ['Enter'], does: t('keys.open') },
          ]}
        />
      </div>
    </>
  );
};

/** The stays of this house, or of this practice, with what needs a decision first. */
export const StaysPage = (): JSX.Element => {
  const t = useText('stay');
  const [view] = useAddress();
  const { actor } = useSignedIn();
  const house = actor.role === 'ward' || actor.role === 'elderly-doctor';
  const ended = view['lijst'] === 'vertrokken';
  const scope = ended ? 'ended' : house ? 'house' : 'mine';
  const { data, error, isPlaceholderData } = useRead<StayList>(`/api/v1/stays?scope=${scope}`, [
    'stay',
    'ward',
    'request',
  ]);
  const list = isPlaceholderData ? undefined : data?.body;
  return (
    <Screen title={t('list.title')} line={t(house ? 'list.line' : 'list.lineMine')}>
      <div className={styles.page}>
        <div>
          <Views ended={ended} />
        </div>
        {!ended && <HandoverInbox />}
        {house && ended && <ContactsDue />}
        {list !== undefined && <List list={list} house={house} />}
        {house && !ended && <ContactsDue />}
        {list === undefined && error !== null && <Refused problem={error} />}
        {list === undefined && error === null && (
          <Panel>
            <Skeleton grid={GRID} rows={8} late={t('list.loading')} />
          </Panel>
        )}
      </div>
    </Screen>
  );
};
