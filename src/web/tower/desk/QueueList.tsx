import type { JSX, RefCallback } from 'react';
import type { Looker, RequestStrip } from '#modules/placement/contract.ts';
import type { Queue } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Strip } from '#web/design/Strip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords, useProfileTitle } from '#web/rooms/placement/words.ts';
import styles from './Desk.module.css';
import { isPromised, queueStrip } from './queue-strip.ts';
import type { Desk, Filter } from './use-desk.ts';

const Empty = ({ queue, filtered }: { queue: Queue; filtered: boolean }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const last = queue.lastPlacedAt;
  return (
    <Notice
      kind="empty"
      icon="check-check"
      title={t(filtered ? 'empty.ours' : 'empty.title')}
      actions={<ButtonLink to="/bord">{t('empty.tomorrow')}</ButtonLink>}
    >
      {last === null ? t('empty.never') : t('empty.last', { clock: format.clock(Date.parse(last)) })}
    </Notice>
  );
};

const Displaced = ({ queue, onOpen }: { queue: Queue; onOpen: (id: string) => void }): JSX.Element | null => {
  const t = useText('desk');
  const format = useFormat();
  const first = queue.displaced[0];
  if (first === undefined) return null;
  const { requestId } = first;
  const day = Date.parse(first.from);
  return (
    <Notice
      kind="conflict"
      icon="triangle-alert"
      title={t('displaced.title', { count: queue.displaced.length })}
      actions={
        requestId === null ? (
          <ButtonLink to={`/afdeling/${first.unitId}`} size="small">
            {t('displaced.ward')}
          </ButtonLink>
        ) : (
          <Button size="small" onPress={() => onOpen(requestId)}>
            {t('displaced.search')}
          </Button>
        )
      }
    >
      {t('displaced.line', {
        bed: first.placeCode,
        site: first.site,
        day: format.day(day),
        clock: format.clock(day),
      })}
    </Notice>
  );
};

/** The row: who has least time stands first. Where somebody lives is for the desk only, as far as the postcode. */
export const QueueList = ({
  desk,
  row,
  waiting,
  onShow,
  list,
  open,
  lookers,
}: {
  desk: Desk;
  row: readonly RequestStrip[];
  waiting: number;
  onShow: () => void;
  list: RefCallback<HTMLElement>;
  open: RequestStrip | undefined;
  lookers: ReadonlyMap<string, readonly Looker[]>;
}): JSX.Element => {
  const t = useText('desk');
  const titleOf = useProfileTitle();
  const { queue } = desk;
  const now = useNow('minute');
  const second = ({ homePc4, code }: RequestStrip): string =>
    homePc4 === null ? code : t('queue.second', { pc4: homePc4, code });
  const step = (strip: RequestStrip): string => {
    const [first] = lookers.get(strip.id) ?? [];
    if (first !== undefined)
      return t(`lookers.${first.doing}`, { initial: first.initial, role: t(`lookers.role.${first.role}`) });
    if (strip.state !== 'searching') return inWords(strip.turn);
    return strip.proposal === null ? t('queue.nothing') : t('queue.proposal', { site: strip.proposal.site });
  };
  const openByHand = (id: string): void => {
    desk.choose(id);
    // The keys of the request must act at once, and the row may move again.
    requestAnimationFrame(() => document.getElementById('case')?.focus({ preventScroll: true }));
  };
  return (
    <section className={styles.queue} aria-label={t('queue.title')}>
      <div className={styles.queueHead}>
        <h2>{t('queue.title')}</h2>
        <ChipToggles<Filter>
          label={t('queue.filter')}
          one
          shape="box"
          chips={[
            { value: 'all', label: t('queue.all', { count: queue?.requests.length ?? 0 }) },
            { value: 'ours', label: t('queue.ours', { count: desk.ours }) },
          ]}
          values={[desk.filter]}
          onChange={([filter]) => desk.setFilter(filter ?? 'all')}
        />
        <span className={styles.walk} aria-hidden="true">
          <Kbd onButton>J</Kbd>
          <Kbd onButton>K</Kbd>
        </span>
      </div>
      {row.length > 1 && (
        <Button size="small" wide icon="table-2" keys={['P']} onPress={() => desk.setPlan(true)}>
          {t('whole.open')}
        </Button>
      )}
      {queue !== undefined && <Displaced queue={queue} onOpen={openByHand} />}
      {waiting > 0 && (
        <Button size="small" wide onPress={onShow}>
          {t('queue.waiting', { count: waiting })}
        </Button>
      )}
      {queue !== undefined && row.length === 0 && <Empty queue={queue} filtered={desk.filter === 'ours'} />}
      <ul ref={list} className={styles.strips}>
        {row.map((request) => (
          <li key={request.id}>
            <Strip
              facts={queueStrip(request, {
                title: titleOf(request),
                second: second(request),
                step: step(request),
              })}
              chosen={request.id === open?.id}
              onOpen={() => openByHand(request.id)}
            />
          </li>
        ))}
      </ul>
      {queue !== undefined && (
        <ButtonLink to="/loket/overdracht" look="quiet" icon="arrow-right-left">
          {t('queue.handover', { count: queue.requests.filter((strip) => isPromised(strip, now)).length })}
        </ButtonLink>
      )}
    </section>
  );
};
