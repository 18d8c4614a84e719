import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { Notice } from '#web/design/Notice.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';
import type { WardPlace } from './timeline.ts';
import { useBedWords } from './use-bed-words.ts';
import { useWardWords } from './use-ward-words.ts';

/** Free beds first, then those that come free; the server has the last word. */
const targets = (places: readonly WardPlace[], from: WardPlace): WardPlace[] => {
  const other = places.filter(({ id }) => id !== from.id);
  return [...other.filter(({ state }) => state === 'free'), ...other.filter(({ state }) => state === 'soon')];
};

/** To another bed: the same as dragging would do, in one press. */
export const MoveStep = ({ bar, bed, ward, acts, onDone }: CardParts): JSX.Element | null => {
  const t = useText('ward');
  const words = useWardWords();
  const standing = useBedWords();
  const now = useNow('minute');
  const { claim } = bar;
  if (claim === null) return null;
  const present = claim.kind === 'stay';
  const beds = targets(ward.places, bed).filter(({ state }) => state === 'free' || !present);
  return (
    <div className={styles.step}>
      <p className={styles.ask}>{t('move.where', { who: words.who(claim) })}</p>
      {beds.length === 0 && (
        <Notice kind="plain" icon="bed" title={t('move.none')}>
          {t('move.noneLine')}
        </Notice>
      )}
      <div className={styles.beds}>
        {beds.map((target) => {
          const { name, line } = standing(target, now);
          const done = t('done.moved', { who: words.who(claim), code: target.code });
          return (
            <button
              key={target.id}
              type="button"
              className={styles.act}
              onClick={() => onDone(acts.move(claim, { from: bed.id, to: target.id }, done))}
            >
              <StateMark state={target.state} size={14} />
              <span>
                {t('move.bed', { code: target.code })} <small>{t('move.standing', { name, line })}</small>
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
