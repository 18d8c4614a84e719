import { type JSX, type TouchEvent, useRef, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { DayCard } from './DayCard.tsx';
import styles from './Phone.module.css';
import type { Sheet } from './sheet.ts';
import type { ObservationActs } from './use-observations.ts';

const SWIPE = 60;

/** A finger that goes sideways turns the day; one that goes down scrolls. */
const useSwipe = (turn: (step: 1 | -1) => void) => {
  const begun = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent): void => {
      const touch = touches[0];
      begun.current = touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: ({ changedTouches }: TouchEvent): void => {
      const touch = changedTouches[0];
      const from = begun.current;
      begun.current = null;
      if (touch === undefined || from === null) return;
      const across = touch.clientX - from.x;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(touch.clientY - from.y))
        turn(across < 0 ? 1 : -1);
    },
  };
};

/** One day at a time, with all days small above it: which one it is, and where something was out of range. */
export const StripPhone = ({ sheet, acts }: { sheet: Sheet; acts: ObservationActs }): JSX.Element => {
  const t = useText('observation');
  const { view, words } = sheet;
  const [chosen, setChosen] = useState(view.today ?? view.days.at(-1)?.day ?? '');
  const at = view.days.findIndex(({ day }) => day === chosen);
  const turn = (step: 1 | -1): void => setChosen(view.days[at + step]?.day ?? chosen);
  const swipe = useSwipe(turn);
  const outOn = (day: string): boolean =>
    view.rows.some((row) => row.days.some((measured) => measured.day === day && measured.out));
  return (
    <div className={styles.phone} {...swipe}>
      <h2 className="aloud">{t('strip.days', { count: view.days.length })}</h2>
      <ol className={styles.overview}>
        {view.days.map(({ number, day }) => (
          <li key={day}>
            <button
              type="button"
              aria-pressed={day === chosen}
              data-today={day === view.today || undefined}
              aria-label={t(outOn(day) ? 'day.chooseOut' : 'day.choose', { number, day: words.day(day) })}
              onClick={() => setChosen(day)}
            >
              {number}
              <span className={styles.sign} data-out={outOn(day) || undefined} />
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.turn}>
        <Button
          look="quiet"
          icon="chevron-left"
          label={t('day.before')}
          blocked={at <= 0}
          onPress={() => turn(-1)}
        >
          {''}
        </Button>
        <p aria-live="polite">
          <b>{t('day.number', { number: view.days[at]?.number ?? 0 })}</b> {words.day(chosen)}
          {chosen === view.today && <span className={styles.today}>{t('day.today')}</span>}
        </p>
        <Button
          look="quiet"
          icon="chevron-right"
          label={t('day.next')}
          blocked={at >= view.days.length - 1}
          onPress={() => turn(1)}
        >
          {''}
        </Button>
      </div>
      <DayCard key={chosen} sheet={sheet} day={chosen} acts={acts} seen={chosen !== view.today} />
    </div>
  );
};
