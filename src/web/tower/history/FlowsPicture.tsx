import type { CSSProperties, JSX } from 'react';
import type { Flows } from '#tower/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { drawFlows, type FlowBand, type FlowStop } from './flow-drawing.ts';
import styles from './History.module.css';
import { useOpenList } from './list/use-open-list.ts';
import { useWays } from './use-ways.ts';

const WIDTH = 960;
const HEIGHT = 340;
const BAR = 12;
/** Left edge of the bars per column: words stand beside them. */
const COLUMNS = [190, 460, 690] as const;
/** What each column of stops asks a list by. */
const FILTERS = ['origin', 'product', 'to'] as const;
/** Room for the word beside a stop in the middle, for a row of words, and around the drawing. */
const [NAME, ROW, EDGE] = [140, 22, 4];

const bandPath = ({ column, from, to, width }: FlowBand): string => {
  const [left, right] = [COLUMNS[column] + BAR, COLUMNS[column + 1] ?? WIDTH];
  const middle = (left + right) / 2;
  const back = `L${right} ${to + width}C${middle} ${to + width} ${middle} ${from + width} ${left} ${from + width}Z`;
  return `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}${back}`;
};

const StopMark = ({ stop, word }: { stop: FlowStop; word: string }): JSX.Element => {
  const left = stop.column === 0;
  const x = left ? COLUMNS[0] - 8 : COLUMNS[stop.column] + BAR + 8;
  return (
    <g>
      <rect
        x={COLUMNS[stop.column]}
        y={stop.top}
        width={BAR}
        height={stop.height}
        rx={2}
        className={styles.stop}
      />
      <text
        x={x}
        y={stop.top + stop.height / 2 + 4.5}
        textAnchor={left ? 'end' : 'start'}
        className={styles.label}
      >
        {word} <tspan className={styles.figure}>{stop.people}</tspan>
      </text>
    </g>
  );
};

/** From where to where the words of each column lie. */
const STRIPS = [
  [0, COLUMNS[0]],
  [COLUMNS[1], COLUMNS[1] + NAME],
  [COLUMNS[2], WIDTH],
] as const;

/** Where the number of a stop lies over the drawing, in shares of it. */
const placeOf = ({ column, top, height }: FlowStop, drawn: number): CSSProperties => {
  const [from, until] = STRIPS[column];
  const share = (part: number, whole: number): string => `${(part / whole) * 100}%`;
  return {
    left: share(from, WIDTH),
    width: share(until - from, WIDTH),
    top: share(top + height / 2 + EDGE - ROW / 2, drawn + EDGE * 2),
    height: share(ROW, drawn + EDGE * 2),
  };
};

/** The ways that are told, as a picture; each stop opens the list of who came by. */
export const FlowsPicture = ({ flows, days }: { flows: Flows; days: number }): JSX.Element => {
  const t = useText('history');
  const ways = useWays();
  const open = useOpenList();
  const drawn = drawFlows(flows.ways, HEIGHT);
  const wordOf = (stop: FlowStop): string => {
    if (stop.column === 0) return ways.from(stop.id);
    return stop.column === 1 ? ways.product(stop.id) : ways.to(stop.id);
  };
  const pressedOf = (stop: FlowStop) => ({
    number: { of: 'flow', [FILTERS[stop.column]]: stop.id, days: String(days), asOf: flows.asOf },
    word: t('flows.people'),
    about: wordOf(stop),
  });
  return (
    <div className={styles.drawing}>
      <svg
        className={styles.picture}
        viewBox={`0 ${-EDGE} ${WIDTH} ${drawn.height + EDGE * 2}`}
        role="img"
        aria-label={t('flows.picture', { count: drawn.people })}
      >
        {drawn.bands.map((band) => (
          <path key={band.id} d={bandPath(band)} className={styles.band} />
        ))}
        {drawn.stops.map((stop) => (
          <StopMark key={`${stop.column} ${stop.id}`} stop={stop} word={wordOf(stop)} />
        ))}
      </svg>
      {drawn.stops.map((stop) => (
        <button
          key={`${stop.column} ${stop.id}`}
          type="button"
          className={styles.stopButton}
          style={placeOf(stop, drawn.height)}
          aria-haspopup="dialog"
          aria-label={`${wordOf(stop)} ${stop.people} ${t('flows.people')}`}
          onClick={() => open(pressedOf(stop))}
        />
      ))}
    </div>
  );
};
