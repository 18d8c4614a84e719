import type { JSX } from 'react';
import type { DayWeek, HalfDayView } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { ChoiceBox } from './ChoiceBox.tsx';
import styles from './Grid.module.css';
import { boxesOn, type Column, familyName, mainSeat, placeIn } from './grid.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';
import { SmallVisit, VisitBox } from './VisitBox.tsx';

type Chair = DayWeek['room']['chairs'][number];

const chosenId = ({ chosen }: Week): string | null => {
  if (chosen === null) return null;
  return chosen.kind === 'planned' ? chosen.visit.id : chosen.visit.visitId;
};

/** The moments that fit for whoever is chosen, on this chair. */
const Choices = ({
  week,
  halfDay,
  chair,
  wide,
}: {
  week: Week;
  halfDay: HalfDayView;
  chair: Chair;
  wide: boolean;
}): JSX.Element => (
  <>
    {(week.choices?.choices ?? []).flatMap((choice, index) =>
      choice.halfDayId !== halfDay.id
        ? []
        : choice.chairs
            .filter(({ id }) => id === chair.id)
            .map((seat) => (
              <ChoiceBox
                key={`${choice.halfDayId} ${seat.from}`}
                seat={seat}
                number={index + 1}
                halfDay={halfDay}
                wide={wide}
                chosen={choice === week.selected}
                name={familyName(week.chosen?.visit.person?.name ?? '')}
              />
            )),
    )}
  </>
);

const Taken = ({ halfDay, chair }: { halfDay: HalfDayView; chair: Chair }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <>
      {halfDay.taken
        .filter(({ chairId }) => chairId === chair.id)
        .map(({ from, until }) => {
          const place = placeIn(halfDay, from, until);
          return place === null ? null : (
            <span
              key={from}
              className={styles.taken}
              style={{ left: `${place.left}%`, width: `${place.width}%` }}
            >
              <span className="aloud">{t('taken')}</span>
            </span>
          );
        })}
    </>
  );
};

/** A chair over the week: who comes when, as far as this reader may know. */
export const ChairRow = ({
  chair,
  chairs,
  columns,
  week,
}: {
  chair: Chair;
  chairs: readonly Chair[];
  columns: readonly Column[];
  week: Week;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const chosen = chosenId(week);
  return (
    <tr className={styles.row}>
      <th scope="row">
        <b>{chair.code}</b>
        <small>{words.chairRoom(chair)}</small>
      </th>
      {columns.map(({ halfDay, wide }) => {
        const boxes = boxesOn(halfDay, chair.id);
        return (
          <td
            key={halfDay.id}
            className={cx(wide && styles.opened, halfDay.part === 'morning' && styles.first)}
          >
            <Taken halfDay={halfDay} chair={chair} />
            {!wide && boxes.length > 0 && (
              <span className="aloud">{t('visits', { count: boxes.length })}</span>
            )}
            {boxes.map((box) =>
              wide ? (
                <VisitBox
                  key={`${box.visit.id} ${box.left}`}
                  box={box}
                  chairs={chairs}
                  beside={mainSeat(box.visit)?.chairId !== chair.id}
                  chosen={box.visit.id === chosen}
                  onChoose={() => week.pickPlanned(box.visit, halfDay)}
                />
              ) : (
                <SmallVisit key={`${box.visit.id} ${box.left}`} box={box} />
              ),
            )}
            <Choices week={week} halfDay={halfDay} chair={chair} wide={wide} />
          </td>
        );
      })}
    </tr>
  );
};
