import type { JSX } from 'react';
import type { DayList } from '#modules/day-treatment/contract.ts';
import type { Act } from '#modules/day-treatment/types.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import styles from './DayFoot.module.css';
import type { Row } from './due.ts';
import { lastAct, type OwnAct } from './own-acts.ts';
import { useKeeping } from './use-day.ts';
import { useVisitWords } from './use-visit-words.ts';

/** Whom to call: the specialist of who the nurse is busy with, or of everybody when that is one and the same. */
const callee = (rows: readonly Row[], about: Row | null): Row | null => {
  if (about !== null) return about;
  const [first, ...others] = rows.filter(({ group }) => group !== 'over');
  const same = others.every(({ visit }) => visit.specialist.phone === first?.visit.specialist.phone);
  return same ? (first ?? null) : null;
};

/** Always in the same places: the red button, taking back, measuring. */
export const DayFoot = ({
  list,
  own,
  rows,
  about,
  resting,
  onReaction,
  onMeasure,
  onUndo,
}: {
  list: DayList;
  own: readonly OwnAct[];
  rows: readonly Row[];
  about: Row | null;
  /** Something was just taken back. */
  resting: boolean;
  onReaction: () => void;
  onMeasure: () => void;
  onUndo: (act: Act) => void;
}): JSX.Element => {
  const t = useText('day-list');
  const words = useVisitWords();
  const { mine } = useKeeping();
  const last = lastAct(list, own, mine);
  const of = list.visits.find(({ id }) => id === last?.visitId);
  const specialist = callee(rows, about)?.visit.specialist;
  const undo = (): void => {
    if (last !== null && !resting) onUndo(last);
  };
  useKeys([
    { keys: ['z'], does: t('undo.title'), run: undo },
    { keys: ['m'], does: t('measure.title'), run: onMeasure },
    { keys: ['r'], does: t('reaction.title'), run: onReaction },
  ]);
  return (
    <footer className={styles.foot}>
      <button type="button" className={styles.danger} onClick={onReaction}>
        <Icon name="phone-call" size={26} />
        <span>
          <b>{t('reaction.title')}</b>
          <small>
            {specialist === undefined ? t('reaction.which') : `${specialist.name} · ${specialist.phone}`}
          </small>
        </span>
      </button>
      <button
        type="button"
        className={styles.plain}
        onClick={undo}
        aria-disabled={last === null || resting || undefined}
      >
        <Icon name="undo-2" size={22} />
        <span>
          <b>{t('undo.title')}</b>
          <small>
            {last === null || of === undefined
              ? t('undo.nothing')
              : t('undo.line', { name: words.name(of), act: words.act(last), clock: words.clock(last.at) })}
          </small>
        </span>
      </button>
      <button type="button" className={styles.plain} onClick={onMeasure}>
        <Icon name="list-plus" size={22} />
        <span>
          <b>{t('measure.title')}</b>
          <small>{t('measure.line')}</small>
        </span>
      </button>
    </footer>
  );
};
