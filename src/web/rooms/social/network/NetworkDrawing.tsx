import type { JSX } from 'react';
import type { NetworkView } from '#modules/social/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './Network.module.css';
import { MIDDLE, placesOf, RADII } from './network-drawing.ts';

const LONGEST = 12;

const short = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** Who stands round the person, in three circles. It says nothing the list beside it does not say. */
export const NetworkDrawing = ({ people }: { people: NetworkView['people'] }): JSX.Element => {
  const t = useText('network');
  return (
    <svg className={styles.drawing} viewBox="0 0 400 400" role="img" aria-label={t('drawing')}>
      {RADII.map((radius) => (
        <circle key={radius} className={styles.ring} cx={MIDDLE} cy={MIDDLE} r={radius} />
      ))}
      <circle className={styles.self} cx={MIDDLE} cy={MIDDLE} r={24} />
      <text className={styles.selfName} x={MIDDLE} y={MIDDLE + 5}>
        {t('self')}
      </text>
      {placesOf(people).map(({ person, x, y }) => (
        <g key={person.id}>
          <line className={styles.tie} x1={MIDDLE} y1={MIDDLE} x2={x} y2={y} />
        </g>
      ))}
      {placesOf(people).map(({ person, x, y }) => (
        <g key={person.id}>
          <circle className={person.carer === null ? styles.dot : styles.carer} cx={x} cy={y} r={9} />
          <text className={styles.name} x={x} y={y + 23}>
            {short(person.name)}
          </text>
        </g>
      ))}
    </svg>
  );
};
