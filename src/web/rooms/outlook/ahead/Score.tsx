import { type JSX, useState } from 'react';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFanWords } from '#web/rooms/outlook/fan/use-fan-words.ts';
import { numberText } from '#web/rooms/outlook/play/figures.ts';
import styles from './Ahead.module.css';

const EXPECTED = 0.9;

/** Whether as many days lay in the band as it promises; within two of them is right. */
const verdictOf = (inside: number, count: number): 'right' | 'wide' | 'narrow' => {
  const off = inside - EXPECTED * count;
  if (Math.abs(off) <= 2) return 'right';
  return off > 0 ? 'wide' : 'narrow';
};

/** How good the forecasts of a day ahead were: a bar per day, the misses outlined; also when it is bad. */
export const Score = ({ score }: { score: ForecastAnswer['score'] }): JSX.Element => {
  const t = useText('outlook');
  const words = useFanWords();
  const [open, setOpen] = useState(false);
  const { last, crps, crpsSame, crpsWeekday, ever } = score;
  const misses = last.filter(({ inside }) => !inside);
  const inside = last.length - misses.length;
  const top = Math.max(1, ...last.map(({ free }) => free));
  if (last.length === 0)
    return (
      <Panel title={t('score.title')}>
        <p>{t('score.none')}</p>
      </Panel>
    );
  const should = Math.round(EXPECTED * last.length);
  return (
    <Panel title={t('score.title')}>
      <div
        className={styles.bars}
        role="img"
        aria-label={t('score.aloud', { inside, count: last.length, misses: misses.length })}
      >
        {last.map(({ day, free, inside: hit }) => (
          <span
            key={day}
            className={cx(styles.bar, !hit && styles.miss)}
            style={{ height: `${30 + (free / top) * 70}%` }}
          />
        ))}
      </div>
      <p>
        <b>{t('score.inside', { inside, count: last.length })}</b>{' '}
        {t(`score.${verdictOf(inside, last.length)}`, { should })}
      </p>
      {crps !== null && crpsSame !== null && crpsWeekday !== null && (
        <p className={styles.quiet}>
          {t('score.plain', {
            off: numberText(crps),
            same: numberText(crpsSame),
            weekday: numberText(crpsWeekday),
          })}
        </p>
      )}
      {ever.in90 !== null && (
        <p className={styles.quiet}>
          {t('score.ever', { count: ever.days, share: Math.round(ever.in90 * 100) })}
        </p>
      )}
      <Button look="quiet" size="small" expanded={open} onPress={() => setOpen(!open)}>
        {t('score.misses', { count: misses.length })}
      </Button>
      {open && (
        <table className={styles.small}>
          <caption className="aloud">{t('score.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fan.day')}</th>
              <th scope="col">{t('score.free')}</th>
              <th scope="col">{t('fan.in90')}</th>
            </tr>
          </thead>
          <tbody>
            {misses.map(({ day, free, from90, until90 }) => (
              <tr key={day}>
                <th scope="row">{words.day(day)}</th>
                <td>{free}</td>
                <td>{words.between(from90, until90)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
