import { type JSX, useId } from 'react';
import type { ConversationView } from '#modules/social/contract.ts';
import { DIMENSIONS, type Dimension } from '#modules/social/types.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useMarkWords } from './use-mark-words.ts';
import styles from './Web.module.css';
import { endsOf, linesOf, MIDDLE, type Point, pointOf, RINGS } from './web-drawing.ts';

type Marks = ReadonlyMap<Dimension, number | null>;

const marksOf = (parts: readonly { part: string; mark: number | null }[]): Marks =>
  new Map(
    DIMENSIONS.flatMap((dimension) => {
      const found = parts.find(({ part }) => part === dimension);
      return found === undefined ? [] : [[dimension, found.mark] as const];
    }),
  );

const path = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;

const Marked = ({ marks, before = false }: { marks: Marks; before?: boolean }): JSX.Element => (
  <g className={before ? styles.before : styles.now}>
    {linesOf(marks).map(([from, to]) => (
      <line key={`${from.x} ${from.y}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
    ))}
    {[...marks].map(([dimension, mark]) => {
      if (mark === null) return null;
      const { x, y } = pointOf(dimension, mark);
      return <circle key={dimension} cx={x} cy={y} r={before ? 2.5 : 4} />;
    })}
  </g>
);

/** One mark in words: what is seen, and for who listens where it stands. */
const InWords = ({ marks, dimension }: { marks: Marks; dimension: Dimension }): JSX.Element => {
  const t = useText('conversation');
  const { seen, heard } = useMarkWords()(marks.get(dimension) ?? null);
  if (!marks.has(dimension)) return <td>{t('web.notShared')}</td>;
  return (
    <td>
      <span aria-hidden="true">{seen}</span>
      <span className={styles.hidden}>{heard}</span>
    </td>
  );
};

/** The six marks of the person on six axes, beside those of the time before; for who does not see it the same in words. */
export const Web = ({ of }: { of: ConversationView }): JSX.Element => {
  const t = useText('conversation');
  const format = useFormat();
  const id = useId();
  const language = currentLanguage();
  const now = marksOf(of.parts);
  const previous = of.previous === null ? null : marksOf(of.previous.parts);
  const dimensions = of.prompts.prompts.flatMap(({ part, name }) =>
    DIMENSIONS.flatMap((dimension) => (dimension === part ? [{ dimension, name: name[language] }] : [])),
  );
  const before = of.previous === null ? null : format.longDay(Date.parse(of.previous.finishedAt));
  return (
    <figure className={styles.web} aria-labelledby={id}>
      <figcaption id={id}>{t('web.title')}</figcaption>
      <svg viewBox="0 0 200 200" aria-hidden="true">
        {RINGS.map((ring) => (
          <path key={ring[0]?.y} className={styles.ring} d={path(ring)} />
        ))}
        {DIMENSIONS.map((dimension, index) => {
          const { end, label } = endsOf(dimension);
          return (
            <g key={dimension}>
              <line className={styles.ring} x1={MIDDLE} y1={MIDDLE} x2={end.x} y2={end.y} />
              <text x={label.x} y={label.y}>
                {index + 1}
              </text>
            </g>
          );
        })}
        {previous !== null && <Marked marks={previous} before />}
        <Marked marks={now} />
      </svg>
      <table>
        <caption className={styles.hidden}>{t('web.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('web.part')}</th>
            <th scope="col">
              <i className={styles.keyNow} /> {t('web.now')}
            </th>
            {before !== null && (
              <th scope="col">
                <i className={styles.keyBefore} /> {before}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {dimensions.map(({ dimension, name }, index) => (
            <tr key={dimension}>
              <th scope="row">
                <span className={styles.number}>{index + 1}</span> {name}
              </th>
              <InWords marks={now} dimension={dimension} />
              {previous !== null && <InWords marks={previous} dimension={dimension} />}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
