import type { JSX } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { type ActKind, CHECKS } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { checkedCount, factOf, type Row } from './due.ts';
import { PhaseLine } from './PhaseLine.tsx';
import { useVisitWords } from './use-visit-words.ts';
import styles from './VisitRow.module.css';

/** What opens above the list for one person. */
export type Asked = 'check' | 'visit' | 'reaction';

/** What one tap on the button writes down; looking at four things takes more than a tap. */
type Tapped = 'arrived' | 'started' | 'stopped' | 'left';

const FACES: Readonly<Record<Tapped, { readonly icon: string }>> = {
  arrived: { icon: 'door-open' },
  started: { icon: 'play' },
  stopped: { icon: 'square' },
  left: { icon: 'check' },
};

const isTapped = (next: ActKind | null): next is Tapped => next !== null && next in FACES;

const Checks = ({ row: { visit, standing }, now }: { row: Row; now: Instant }): JSX.Element => {
  const t = useText('day-list');
  const stateOf = (check: (typeof CHECKS)[number]): 'right' | 'wrong' | 'open' => {
    const seen = standing.checks[check];
    if (seen === true) return 'right';
    return seen === false || factOf(visit, check, now) === 'refused' ? 'wrong' : 'open';
  };
  return (
    <ul className={styles.checks} aria-label={t('check.label')}>
      {CHECKS.map((check) => (
        <li key={check} data-seen={stateOf(check)}>
          <Icon name={stateOf(check) === 'right' ? 'check' : 'circle-dashed'} size={15} />
          {t(`check.${check}`)}
          <span className="aloud"> {t(`check.is.${stateOf(check)}`)}</span>
        </li>
      ))}
    </ul>
  );
};

/** In the middle of a line: how far somebody is. */
const Middle = ({ row, now }: { row: Row; now: Instant }): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const { visit, standing, group } = row;
  if (visit.stopped && standing.startedAt === null && group !== 'over')
    return <Aside icon="ban" text={t('stoppedOrder')} loud />;
  if (standing.reacting) return <Aside icon="siren" text={t('reacting')} loud />;
  if (group === 'coming')
    return <Aside icon="clock" text={t('expected', { clock: words.clock(Date.parse(visit.from)) })} />;
  if (group === 'over')
    return (
      <Aside
        icon={standing.phase === 'left' ? 'check' : 'minus'}
        text={t(`over.${standing.phase}`, { clock: words.clock(standing.since ?? now) })}
      />
    );
  return standing.phase === 'arrived' ? <Checks row={row} now={now} /> : <PhaseLine row={row} />;
};

const Aside = ({ icon, text, loud = false }: { icon: string; text: string; loud?: boolean }): JSX.Element => (
  <p className={cx(styles.aside, loud && styles.loud)}>
    <Icon name={icon} size={18} />
    {text}
  </p>
);

/** Minutes left until the next act, and when that is. */
const Left = ({ row: { standing, minutes } }: { row: Row }): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const { phase, since, dueAt } = standing;
  if (phase === 'arrived')
    return (
      <p className={styles.left}>
        <b>{t('left.since', { clock: words.clock(since ?? 0) })}</b>
        <small>{t('left.checked', { count: checkedCount(standing) })}</small>
      </p>
    );
  if (minutes === null || dueAt === null) return <p className={styles.left} />;
  return (
    <p className={styles.left} data-late={minutes <= 0 || undefined}>
      <b>{t(minutes < 0 ? 'left.over' : `left.${phase}`, { count: Math.abs(minutes) })}</b>
      <small>{t(`until.${phase}`, { clock: words.clock(dueAt) })}</small>
    </p>
  );
};

/** The one button of a line; filled only when its time has come. */
const Next = ({
  row: { visit, standing, due, group },
  about,
  resting,
  onAct,
  onAsk,
}: {
  row: Row;
  about: string;
  resting: boolean;
  onAct: (kind: Tapped) => void;
  onAsk: (asked: Asked) => void;
}): JSX.Element => {
  const t = useText('day-list');
  const { next, reacting, startedAt } = standing;
  const look = due ? 'primary' : 'secondary';
  const face = { size: 'large', wide: true, blocked: resting, look } as const;
  const named = (word: string): string => t('act.about', { act: word, name: about });
  const asks = (asked: Asked, word: string, icon: string): JSX.Element => (
    <Button {...face} icon={icon} label={named(word)} onPress={() => onAsk(asked)}>
      {word}
    </Button>
  );
  if (group === 'over')
    return (
      <Button look="quiet" size="large" wide label={named(t('act.look'))} onPress={() => onAsk('visit')}>
        {t('act.look')}
      </Button>
    );
  if (reacting) return asks('reaction', t('act.reaction'), 'siren');
  if (visit.stopped && startedAt === null && next !== 'arrived')
    return asks('visit', t('act.not-given'), 'ban');
  if (!isTapped(next)) return asks('check', t('act.checked'), 'shield-check');
  const word = next === 'started' && visit.treatment.running === 0 ? t('act.injected') : t(`act.${next}`);
  return (
    <Button {...face} {...FACES[next]} label={named(word)} onPress={() => onAct(next)}>
      {word}
    </Button>
  );
};

/** One person on the list: chair, name, how far, minutes left, and the one thing to do. */
export const VisitRow = ({
  row,
  now,
  chosen,
  resting,
  onAct,
  onAsk,
}: {
  row: Row;
  now: Instant;
  chosen: boolean;
  /** Its button was just tapped. */
  resting: boolean;
  onAct: (kind: Tapped) => void;
  onAsk: (asked: Asked) => void;
}): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const name = words.name(row.visit);
  return (
    <li className={styles.row} data-group={row.group} data-chosen={chosen || undefined}>
      <span className={styles.chair}>
        <small>{t('chair')}</small>
        <b>{row.chair ?? t('noChair')}</b>
      </span>
      <button type="button" className={styles.who} onClick={() => onAsk('visit')}>
        <b>{name}</b>
        <small>{words.line(row.visit)}</small>
      </button>
      <Middle row={row} now={now} />
      <Left row={row} />
      <span className={styles.next}>
        <Next row={row} about={name} resting={resting} onAct={onAct} onAsk={onAsk} />
      </span>
    </li>
  );
};
