import type { JSX } from 'react';
import { plusDays } from '#kernel/calendar.ts';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import {
  bandPoints,
  daysApart,
  fullStretch,
  linePath,
  type Point,
  pastSteps,
  type Shift,
  saturdays,
  shiftedBy,
  stepPath,
  surfacePath,
  ticksUpTo,
} from './drawing.ts';
import styles from './Fan.module.css';
import { useFanWords } from './use-fan-words.ts';

const HEIGHT = 272;
const TOP = 26;
const BOTTOM = 30;
const LEFT = 30;
const AHEAD = 14;

/** A change drawn over the forecast, under the name of its scenario. */
export interface ShownShift {
  readonly name: string;
  readonly shift: Shift;
}

interface Frame {
  readonly width: number;
  readonly right: number;
  readonly past: number;
  readonly top: number;
}

const placed = ({ width, right, past, top }: Frame) => {
  const x = (days: number): number => LEFT + ((days + past) / (AHEAD + past)) * (width - LEFT - right);
  const y = (free: number): number => TOP + (1 - free / top) * (HEIGHT - TOP - BOTTOM);
  const at = (points: readonly Point[]): Point[] => points.map((point) => ({ x: x(point.x), y: y(point.y) }));
  return { x, y, at };
};
type Placed = ReturnType<typeof placed>;

const Grid = ({
  place: { x, y },
  frame,
  today,
}: {
  place: Placed;
  frame: Frame;
  today: string;
}): JSX.Element => {
  const format = useFormat();
  const every = frame.width < 760 ? 4 : 2;
  const days = Array.from({ length: frame.past + AHEAD + 1 }, (_, each) => each - frame.past);
  return (
    <g>
      {saturdays(today, -frame.past, AHEAD).map((day) => (
        <rect
          key={day}
          className={styles.weekend}
          x={x(day - 0.5)}
          y={TOP}
          width={x(Math.min(day + 1.5, AHEAD)) - x(day - 0.5)}
          height={HEIGHT - TOP - BOTTOM}
        />
      ))}
      {ticksUpTo(frame.top).map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={LEFT} x2={frame.width - frame.right} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {days
        .filter((day) => day % every === 0)
        .map((day) => (
          <text
            key={day}
            className={day === 0 ? styles.today : styles.tick}
            x={x(day)}
            y={HEIGHT - 8}
            textAnchor="middle"
          >
            {format
              .day(Date.parse(`${plusDays(today, day)}T12:00:00Z`))
              .split(' ')
              .slice(0, 2)
              .join(' ')}
          </text>
        ))}
    </g>
  );
};

const Bands = ({
  answer,
  shown,
  place,
  today,
  now,
}: {
  answer: ForecastAnswer;
  shown: ShownShift | null;
  place: Placed;
  today: string;
  now: number;
}): JSX.Element => {
  const bands = bandPoints(answer, today, now);
  const of = (edge: keyof typeof bands): Point[] => place.at(bands[edge]);
  const moved = shown === null ? [] : shiftedBy(answer, shown.shift);
  const begin = answer.now.free === null ? [] : [{ x: now, y: answer.now.free }];
  const line = (edge: 'middle' | 'from' | 'until'): Point[] =>
    place.at([...begin, ...moved.map((day) => ({ x: daysApart(today, day.day), y: day[edge] }))]);
  return (
    <g>
      <path className={styles.band90} d={surfacePath(of('from90'), of('until90'))} />
      <path className={styles.band50} d={surfacePath(of('from50'), of('until50'))} />
      <path className={styles.middle} d={linePath(of('middle'))} />
      {shown !== null && (
        <>
          <path className={styles.scenarioBand} d={surfacePath(line('from'), line('until'))} />
          <path className={styles.scenario} d={linePath(line('middle'))} />
        </>
      )}
    </g>
  );
};

/** Names at the right end, kept apart so that none covers another. */
const Ends = ({
  answer,
  shown,
  place,
  frame,
}: {
  answer: ForecastAnswer;
  shown: ShownShift | null;
  place: Placed;
  frame: Frame;
}): JSX.Element | null => {
  const t = useText('outlook');
  const last = answer.days.at(-1);
  if (last === undefined || frame.right < 60) return null;
  const moved = shown === null ? undefined : shiftedBy(answer, shown.shift).at(-1);
  const names = [
    { text: t('fan.in90'), y: place.y(last.until90) + 14, look: styles.tick },
    { text: t('fan.expected'), y: place.y(last.middle) + 4, look: styles.middleName },
    ...(shown === null || moved === undefined
      ? []
      : [
          {
            text: t('fan.scenario', { name: shown.name }),
            y: place.y(moved.middle) + 4,
            look: styles.scenarioName,
          },
        ]),
  ].toSorted((a, b) => a.y - b.y);
  let below = 0;
  return (
    <g>
      {names.map(({ text, y, look }) => {
        below = Math.min(Math.max(y, below + 16), HEIGHT - BOTTOM);
        return (
          <text key={text} className={look} x={frame.width - frame.right + 8} y={below}>
            {text}
          </text>
        );
      })}
    </g>
  );
};

const FullWords = ({
  answer,
  place,
  frame,
  today,
}: {
  answer: ForecastAnswer;
  place: Placed;
  frame: Frame;
  today: string;
}): JSX.Element | null => {
  const words = useFanWords();
  const stretch = fullStretch(answer.days);
  if (stretch === null) return null;
  const middle = place.x((daysApart(today, stretch.from) + daysApart(today, stretch.until)) / 2);
  const room = 92;
  return (
    <text
      className={styles.full}
      x={Math.min(Math.max(middle, LEFT + room), frame.width - frame.right - room)}
      y={HEIGHT - BOTTOM - 8}
      textAnchor="middle"
    >
      {words.full(stretch)}
    </text>
  );
};

const highest = (answer: ForecastAnswer, past: readonly Point[], shown: ShownShift | null): number =>
  Math.max(
    1,
    ...past.map(({ y }) => y),
    ...answer.days.map(({ until90 }) => until90),
    ...(shown === null ? [] : shiftedBy(answer, shown.shift).map(({ until }) => until)),
  );

/** Free places: what was, now, and the coming fourteen days with their bands. `now` is in days from 10:00 today. */
export const Fan = ({
  answer,
  shown,
  width,
  today,
  now,
  clock,
  label,
}: {
  answer: ForecastAnswer;
  shown: ShownShift | null;
  width: number;
  today: string;
  now: number;
  /** `11:41`, on the line of now. */
  clock: string;
  label: string;
}): JSX.Element => {
  const t = useText('outlook');
  const days = width < 560 ? 4 : 10;
  const past = pastSteps(answer, today, now, days);
  const ticks = ticksUpTo(highest(answer, past, shown));
  const frame: Frame = { width, right: width < 560 ? 10 : 112, past: days, top: ticks.at(-1) ?? 1 };
  const place = placed(frame);
  return (
    <svg className={styles.fan} width={width} height={HEIGHT} role="img" aria-label={label}>
      <Grid place={place} frame={frame} today={today} />
      <text className={styles.tick} x={LEFT + 12} y={TOP + 16}>
        {t('fan.was')}
      </text>
      <Bands answer={answer} shown={shown} place={place} today={today} now={now} />
      <path className={styles.past} d={stepPath(place.at(past))} />
      {place.at(past.slice(0, -1)).map((point, each) => (
        <circle
          key={point.x}
          className={past[each]?.y === 0 ? styles.none : styles.point}
          cx={point.x}
          cy={point.y}
          r={3.5}
        />
      ))}
      <line className={styles.now} x1={place.x(now)} x2={place.x(now)} y1={TOP - 6} y2={HEIGHT - BOTTOM} />
      {answer.now.free !== null && (
        <circle className={styles.nowPoint} cx={place.x(now)} cy={place.y(answer.now.free)} r={5} />
      )}
      <rect className={styles.nowTab} x={place.x(now) - 32} y={TOP - 24} width={64} height={19} rx={4} />
      <text className={styles.nowText} x={place.x(now)} y={TOP - 10} textAnchor="middle">
        {t('fan.now', { clock })}
      </text>
      <FullWords answer={answer} place={place} frame={frame} today={today} />
      <Ends answer={answer} shown={shown} place={place} frame={frame} />
    </svg>
  );
};
