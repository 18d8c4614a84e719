import type { JSX } from 'react';
import type { GrowthAnswer } from '#modules/day-treatment/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Growth.module.css';
import { LEVERS, type Lever, LIMITS, nowOf, turnedTo } from './growth.ts';
import type { Growth } from './use-growth.ts';
import { useGrowthWords } from './use-growth-words.ts';

/** One number that can be turned, and what it is today. */
const LeverField = ({
  lever,
  growth,
  rooms,
}: {
  lever: Lever;
  growth: Growth;
  rooms: GrowthAnswer['assumed']['rooms'];
}): JSX.Element => {
  const t = useText('day-growth');
  const { and } = useGrowthWords();
  const now = nowOf(lever, rooms);
  const [least, most] = LIMITS[lever];
  return (
    <li className={styles.lever}>
      <span className={styles.leverName}>{t(`lever.${lever}`)}</span>
      <Stepper
        large
        label={t(`lever.${lever}`)}
        value={growth.draft.levers[lever] ?? now[0] ?? least}
        min={least}
        max={most}
        onChange={(value) => growth.setLevers({ [lever]: turnedTo(lever, value, rooms) })}
      />
      <small>{t('now', { value: and(now.map(String)) })}</small>
    </li>
  );
};

/** What would be different, in five numbers; every room gets the same. */
export const Levers = ({ growth, answer }: { growth: Growth; answer: GrowthAnswer }): JSX.Element => {
  const t = useText('day-growth');
  const { rooms } = answer.assumed;
  return (
    <Panel title={t('levers.title')}>
      <ul className={styles.levers}>
        {LEVERS.map((lever) => (
          <LeverField key={lever} lever={lever} growth={growth} rooms={rooms} />
        ))}
      </ul>
      <p className={styles.quiet}>{t('levers.line', { count: rooms.length })}</p>
    </Panel>
  );
};
