import { type JSX, useState } from 'react';
import { MINUTE } from '#kernel/interval.ts';
import type { PlanRow } from '#modules/placement/contract.ts';
import type { QueuePlan } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { cx } from '#web/design/cx.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { inWords, productShort, useProfileTitle } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { NextMoveList } from './NextMoveList.tsx';
import styles from './Plan.module.css';
import { type Sending, useSendPlace } from './use-send-place.ts';

type Seat = NonNullable<PlanRow['place']>;

/** A place of the plan: which bed where, and how far. */
const Place = ({ seat }: { seat: Seat }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  return (
    <>
      <b>{seat.site}</b>
      <StateChip state={seat.state} bare>
        {t('whole.bed', { bed: seat.placeCode, town: seat.town })}
        {seat.km === null ? '' : ` · ${format.distance(seat.km)}`}
      </StateChip>
    </>
  );
};

/** Why not that one: every other place with its reason, each to be sent by hand when the planner knows better. */
const Others = ({
  row,
  sending,
  blocked,
}: {
  row: PlanRow;
  sending: Sending;
  blocked: boolean;
}): JSX.Element => {
  const t = useText('desk');
  return (
    <ul className={styles.others}>
      {row.others.map((seat) => (
        <li key={seat.placeId}>
          <span>
            <Place seat={seat} />
          </span>
          <span>{inWords(seat.why)}</span>
          <Button
            size="small"
            busy={sending.busy}
            blocked={blocked}
            onPress={() => void sending.send(row.id, seat)}
          >
            {t('whole.sendThere')}
            <span className="aloud"> {t('compare.to', { site: seat.site })}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
};

const Row = ({
  row,
  chosen,
  sending,
  blocked,
  onOpen,
}: {
  row: PlanRow;
  chosen: boolean;
  sending: Sending;
  blocked: boolean;
  onOpen: (id: string) => void;
}): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const titleOf = useProfileTitle();
  const [why, setWhy] = useState(false);
  const { place } = row;
  const waited = format.length(Math.max(MINUTE, now - Date.parse(row.sentAt)));
  return (
    <tbody className={cx(chosen && styles.chosen)} data-chosen={chosen || undefined}>
      <tr>
        <th scope="row">
          <button type="button" className={styles.who} onClick={() => onOpen(row.id)}>
            {titleOf(row)}
          </button>
          <span className={styles.product}>{productShort(row.product)}</span>
          <span className={styles.second}>
            {t('whole.second', { code: row.code, waited, urgency: t(`whole.urgency.${row.urgency}`) })}
          </span>
        </th>
        <td>
          {place === null ? <StateChip state="unknown">{t('whole.none')}</StateChip> : <Place seat={place} />}
        </td>
        <td className={styles.why}>
          {place === null
            ? t(row.others.length > 0 ? 'whole.noneLeft' : 'whole.noneFits')
            : inWords(place.why)}
        </td>
        <td className={styles.acts}>
          {row.others.length > 0 && (
            <Button size="small" look="quiet" expanded={why} onPress={() => setWhy(!why)}>
              {t('whyNot.title')}
              <span className="aloud"> {row.code}</span>
            </Button>
          )}
          {place !== null && (
            <Button
              look={chosen ? 'primary' : 'secondary'}
              keys={chosen ? ['↵'] : []}
              busy={sending.busy}
              blocked={blocked}
              onPress={() => void sending.send(row.id, place)}
            >
              {t('whole.send')}
              <span className="aloud"> {t('compare.to', { site: place.site })}</span>
            </Button>
          )}
        </td>
      </tr>
      {why && (
        <tr>
          <td colSpan={4}>
            <Others row={row} sending={sending} blocked={blocked} />
          </td>
        </tr>
      )}
    </tbody>
  );
};

/** J and K walk, Enter sends the row one stands on and nothing else; what is skipped stays in the row. */
const useRows = (rows: readonly PlanRow[], sending: Sending, blocked: boolean): PlanRow | undefined => {
  const t = useText('desk');
  const [at, setAt] = useState('');
  const found = rows.findIndex(({ id }) => id === at);
  const index = found < 0 ? 0 : found;
  const chosen = rows[index];
  const go = (by: number): void => setAt(rows[Math.max(0, Math.min(rows.length - 1, index + by))]?.id ?? '');
  const place = chosen?.place ?? null;
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => go(1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => go(-1), onlyKey: true },
    ...(chosen === undefined || place === null
      ? []
      : [
          {
            keys: ['Enter'],
            does: t('keys.send', { site: place.site }),
            run: () => {
              if (sending.busy || blocked) return;
              setAt(rows[index + 1]?.id ?? '');
              void sending.send(chosen.id, place);
            },
          },
        ]),
  ]);
  return chosen;
};

/** What fits with what is free now: each row can be sent from here, by hand. */
const FreeNow = ({ onOpen }: { onOpen: (id: string) => void }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const sending = useSendPlace();
  const blocked = useLink().state === 'lost';
  const read = useRead<QueuePlan>('/api/v1/queue/plan', ['request', 'board']);
  const plan = read.data?.body;
  const rows = plan?.rows ?? [];
  const chosen = useRows(rows, sending, blocked);
  return (
    <>
      <p className={styles.sum}>
        {plan === undefined
          ? t('whole.line')
          : t('whole.sum', {
              placed: plan.placed,
              count: rows.length,
              clock: format.clock(Date.parse(plan.asOf)),
            })}
      </p>
      <Refused problem={sending.problem ?? read.error} />
      {plan === undefined && read.error === null && <Skeleton grid="1fr 1fr 1fr 1fr" rows={6} />}
      {plan !== undefined && rows.length === 0 && (
        <Notice kind="empty" icon="check-check" title={t('empty.ours')}>
          {t('whole.empty')}
        </Notice>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('whole.column.who')}</th>
              <th scope="col">{t('whole.column.place')}</th>
              <th scope="col">{t('whole.column.why')}</th>
              <td />
            </tr>
          </thead>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              chosen={row.id === chosen?.id}
              sending={sending}
              blocked={blocked}
              onOpen={onOpen}
            />
          ))}
        </table>
      )}
      <p className={styles.foot}>{t('whole.foot')}</p>
    </>
  );
};

const VIEWS = ['now', 'ahead'] as const;
type View = (typeof VIEWS)[number];

/**
 * A proposal for everybody who waits, all at once: with what is free now, or also with what is expected to come free.
 * Nothing leaves by itself: the planner sends row by row.
 */
export const PlanView = ({
  onOpen,
  onClose,
}: {
  onOpen: (id: string) => void;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('desk');
  const ahead = useText('next-move');
  const [address, change] = useAddress();
  const view: View = address['zet'] === '1' ? 'ahead' : 'now';
  useKeys([{ keys: ['Escape'], does: t('whole.close'), run: onClose }]);
  const title = view === 'now' ? t('whole.title') : ahead('title');
  return (
    <section className={styles.plan} aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <ChipToggles<View>
            label={ahead('view.label')}
            one
            shape="joined"
            chips={VIEWS.map((value) => ({ value, label: ahead(`view.${value}`) }))}
            values={[view]}
            onChange={([next]) => change({ zet: next === 'ahead' ? '1' : '' })}
          />
        </div>
        <Button keys={['P']} onPress={onClose}>
          {t('whole.close')}
        </Button>
      </header>
      {view === 'now' ? <FreeNow onOpen={onOpen} /> : <NextMoveList onOpen={onOpen} />}
    </section>
  );
};
