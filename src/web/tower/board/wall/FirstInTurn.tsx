import type { JSX } from 'react';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { RequestStrip } from '#modules/placement/contract.ts';
import type { Queue } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { cx } from '#web/design/cx.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useBoardWords } from '#web/tower/board/use-board-words.ts';
import styles from './Wall.module.css';

const SHOWN = 3;
const URGENT = 10 * MINUTE;

const Turn = ({ request, due, now }: { request: RequestStrip; due: Instant; now: Instant }): JSX.Element => {
  const t = useText('board');
  const profile = useText('design');
  const format = useFormat();
  const words = useBoardWords();
  const who = profile('profile.title', {
    sex: profile(`profile.sex.${request.sex}`),
    age: request.ageBand.replace('-', '–'),
  });
  const left = due - now;
  const { figure, unit } = format.left(Math.abs(left));
  return (
    <li className={cx(styles.turn, left <= URGENT && styles.urgent)}>
      <b>{t(left < 0 ? 'wall.over' : 'wall.left', { figure, unit })}</b>
      <span>
        {t('wall.person', { who, product: words.short(request.product), code: request.code })}
        <small>{request.turn[currentLanguage()]}</small>
      </span>
    </li>
  );
};

/** The three requests with least time left: only code, age group and who must move. For who works the desk. `tall`: below each other on a tile. */
export const FirstInTurn = ({ now, tall }: { now: Instant; tall: boolean }): JSX.Element | null => {
  const t = useText('board');
  const queue = useRead<Queue>('/api/v1/queue', ['request']).data?.body;
  const due = (queue?.requests ?? [])
    .flatMap((request) => (request.dueAt === null ? [] : [{ request, due: Date.parse(request.dueAt) }]))
    .toSorted((a, b) => a.due - b.due)
    .slice(0, SHOWN);
  if (due.length === 0) return null;
  return (
    <section className={cx(styles.turnPart, tall && styles.tall)} aria-label={t('wall.first')}>
      <h2 className={styles.turnHead}>{t('wall.first')}</h2>
      <ul className={styles.turns}>
        {due.map(({ request, due: at }) => (
          <Turn key={request.id} request={request} due={at} now={now} />
        ))}
      </ul>
    </section>
  );
};
