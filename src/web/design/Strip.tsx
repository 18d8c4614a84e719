import type { JSX, ReactNode } from 'react';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { StateMark } from './StateMark.tsx';
import styles from './Strip.module.css';
import type { State } from './states.ts';

const URGENT = 10 * MINUTE;

/** What a strip tells. `due` is when the step must be done; `since` when its clock began (the bar runs between them). */
export interface StripFacts {
  readonly since: Instant;
  readonly due: Instant | null;
  /** Age group: `Man 75–79`. Never a name. */
  readonly title: string;
  /** Product in its frame: `REO`. */
  readonly product: string;
  /** Place (where the reader may see it), distance or code: `AS-0421`. */
  readonly second: string;
  /** Step and who must move until when: `Kanaalhuis antwoordt tot 12:02`. */
  readonly step: ReactNode;
  /** The shape before the step; without a state an icon. */
  readonly state?: State;
  readonly icon?: string;
}

const TimeLeft = ({ facts }: { facts: StripFacts }): JSX.Element => {
  const t = useText('design');
  const format = useFormat();
  const now = useNow('minute');
  if (facts.due === null) return <span className={styles.time}>{t('strip.noClock')}</span>;
  const left = facts.due - now;
  const share = Math.max(0, Math.min(1, left / Math.max(1, facts.due - facts.since)));
  const { figure, unit } = format.left(Math.abs(left));
  return (
    <span className={styles.time}>
      <span className={styles.burn}>
        <span style={{ height: `${share * 100}%` }} />
      </span>
      <span className={styles.figure}>{figure}</span>
      <span>{left < 0 ? t('strip.over', { unit }) : unit}</span>
    </span>
  );
};

/**
 * The request as an air-traffic strip: time left, age group, product, step. With `onOpen` it is a button in a queue;
 * with `actions` it lies wide over a ward that is asked something, its buttons on the right.
 */
export const Strip = ({
  facts,
  chosen = false,
  onOpen,
  actions,
}: {
  facts: StripFacts;
  chosen?: boolean;
  onOpen?: () => void;
  actions?: ReactNode;
}): JSX.Element => {
  const now = useNow('minute');
  const urgent = facts.due !== null && facts.due - now <= URGENT;
  const asked = actions !== undefined;
  const className = cx(styles.strip, asked && styles.asked, urgent && styles.urgent, chosen && styles.chosen);
  const face = (
    <>
      <TimeLeft facts={facts} />
      <span className={styles.body}>
        <span className={styles.head}>
          <span className={styles.title}>{facts.title}</span>
          <span className={styles.product}>{facts.product}</span>
        </span>
        <span className={styles.second}>{facts.second}</span>
        <span className={styles.step}>
          {facts.state !== undefined && <StateMark state={facts.state} size={13} />}
          {facts.state === undefined && facts.icon !== undefined && <Icon name={facts.icon} size={14} />}
          <span>{facts.step}</span>
        </span>
      </span>
      {asked && <span className={styles.actions}>{actions}</span>}
    </>
  );
  if (onOpen === undefined) return <div className={className}>{face}</div>;
  return (
    <button type="button" className={className} aria-current={chosen || undefined} onClick={onOpen}>
      {face}
    </button>
  );
};
