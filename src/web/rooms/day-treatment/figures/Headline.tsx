import { type JSX, useState } from 'react';
import type { DayFigures } from '#modules/day-treatment/contract.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import styles from './Figures.module.css';
import { figureIn, notGivenOf, totalOf } from './figures.ts';

const TILES = ['used', 'care', 'missed', 'notGiven'] as const;
type Tile = (typeof TILES)[number];

const TileBox = ({ tile, value, of }: { tile: Tile; value: number | null; of: string }): JSX.Element => {
  const t = useText('day-figures');
  const words = useWeekWords();
  const [opened, setOpened] = useState(false);
  return (
    <li className={styles.tile}>
      <h2>{t(`tile.${tile}`)}</h2>
      <p className={styles.big}>
        {value === null ? t('none') : t('percent', { percent: words.number(value) })}
      </p>
      <p className={styles.small}>{of}</p>
      <Button
        look="quiet"
        size="small"
        expanded={opened}
        label={t('meansOf', { what: t(`tile.${tile}`) })}
        onPress={() => setOpened(!opened)}
      >
        {t('means')}
      </Button>
      {opened && <p className={styles.meaning}>{t(`meaning.${tile}`)}</p>}
    </li>
  );
};

/** The whole stretch in four figures, each with what it means one press away, and how old they are. */
export const Headline = ({ figures }: { figures: DayFigures }): JSX.Element => {
  const t = useText('day-figures');
  const total = totalOf(figures.weeks);
  const { notShown, asOf } = figures;
  const hours = (minutes: number): number => Math.round(minutes / 60);
  const over = total.given + total.missed + total.notGiven;
  const tiles = {
    used: {
      value: figureIn(total, 'used'),
      of: t('of.used', { used: hours(total.usedMinutes), all: hours(total.chairMinutes) }),
    },
    care: {
      value: figureIn(total, 'care'),
      of: t('of.care', { care: hours(total.careMinutes), all: hours(total.nurseMinutes) }),
    },
    missed: { value: notShown.percent, of: t('of.over', { part: notShown.visits, count: over }) },
    notGiven: { value: notGivenOf(total), of: t('of.over', { part: total.notGiven, count: over }) },
  };
  return (
    <div className={styles.headline}>
      <ul className={styles.tiles} aria-label={t('tiles')}>
        {TILES.map((tile) => (
          <TileBox key={tile} tile={tile} {...tiles[tile]} />
        ))}
      </ul>
      <Age asOf={Date.parse(asOf)} source="work" sourceWord />
    </div>
  );
};
