import type { JSX } from 'react';
import type { FigureSource } from '#kernel/freshness.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { Age } from '#web/design/Age.tsx';
import { BedRow } from '#web/design/BedRow.tsx';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { STATES } from '#web/design/states.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './GalleryPage.module.css';

/** The six states with shape, word, meaning and row, in one of the two schemes. */
export const States = ({ scheme, title }: { scheme: 'light' | 'dark'; title: string }): JSX.Element => {
  const t = useText('gallery');
  return (
    <div className={styles.island} data-scheme={scheme}>
      <Panel title={title}>
        <ul className={styles.states}>
          {STATES.map((state) => (
            <li key={state}>
              <StateMark state={state} size={22} />
              <span>
                <StateChip state={state} />
              </span>
              <span>{t(`states.${state}`)}</span>
              <BedRow counts={{ [state]: 5 }} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
};

interface Sample {
  readonly text: string;
  readonly count: number | null;
  readonly asOf: number | null;
  readonly source: FigureSource | null;
}

/** The phases of a figure's age, from fresh to never received. */
export const Ages = (): JSX.Element => {
  const t = useText('gallery');
  const now = useNow('minute');
  const samples: readonly Sample[] = [
    { text: 'ages.fresh', count: 2, asOf: now - 25 * MINUTE, source: 'tap' },
    { text: 'ages.hours', count: 12, asOf: now - 3.5 * HOUR, source: 'phone' },
    { text: 'ages.zero', count: 0, asOf: now - 3 * MINUTE, source: 'link' },
    { text: 'ages.old', count: 1, asOf: now - 6 * HOUR, source: 'tap' },
    { text: 'ages.oldZero', count: 0, asOf: now - 9 * HOUR, source: 'work' },
    { text: 'ages.tooOld', count: 4, asOf: now - 14 * HOUR, source: 'tap' },
    { text: 'ages.silent', count: 3, asOf: now - 96 * MINUTE, source: 'link' },
    { text: 'ages.never', count: null, asOf: null, source: null },
  ];
  return (
    <div className={styles.ages}>
      {samples.map(({ text, count, asOf, source }) => (
        <div key={text}>
          <h3>{t(text)}</h3>
          <FreeBox count={count} asOf={asOf} source={source} />
          <Age asOf={asOf} source={source} sourceWord />
        </div>
      ))}
    </div>
  );
};

const TYPES: readonly { readonly text: string; readonly style: React.CSSProperties }[] = [
  { text: 'wall', style: { fontSize: 60, lineHeight: '60px', fontWeight: 700 } },
  { text: 'tile', style: { fontSize: 27, lineHeight: '30px', fontWeight: 700 } },
  { text: 'heading', style: { fontSize: 19.5, lineHeight: '24px', fontWeight: 700 } },
  { text: 'emphasis', style: { fontSize: 16, lineHeight: '20px', fontWeight: 600 } },
  { text: 'body', style: { fontSize: 14, lineHeight: '20px' } },
  { text: 'table', style: { fontSize: 13.5, lineHeight: '17px' } },
  { text: 'small', style: { fontSize: 12.5, lineHeight: '16px', color: 'var(--ink-3)' } },
];

/** The sizes of letters. */
export const Types = (): JSX.Element => {
  const t = useText('gallery');
  return (
    <Panel title={t('type.title')}>
      {TYPES.map(({ text, style }) => (
        <div key={text} className={styles.type}>
          <small>{t(`type.${text}`)}</small>
          <span style={style}>{t(`type.${text}Sample`)}</span>
        </div>
      ))}
    </Panel>
  );
};

/** The colours that are not a state. */
export const Colours = (): JSX.Element => {
  const t = useText('gallery');
  return (
    <Panel title={t('colour.title')}>
      <div className={styles.swatches}>
        {['paper', 'surface', 'tower', 'action', 'action-tint', 'now'].map((token) => (
          <div key={token}>
            <i style={{ background: `var(--${token})` }} />
            {t(`colour.${token}`)}
          </div>
        ))}
      </div>
    </Panel>
  );
};
