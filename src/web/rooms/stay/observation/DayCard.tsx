import { type JSX, useState } from 'react';
import type { ObservationAnswer } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { DayFigures } from './DayFigures.tsx';
import { DayMarks } from './DayMarks.tsx';
import { AddTask, SkipTask } from './DayTasks.tsx';
import { SeenItem } from './SeenItem.tsx';
import type { Sheet } from './sheet.ts';
import { type PlanTask, type TaskState, taskStates } from './strip.ts';
import { TaskMark } from './TaskMark.tsx';
import { type ObservationActs, observationsPath, STAY_TOPICS } from './use-observations.ts';

const TaskLine = ({
  task,
  state,
  sheet,
  acts,
}: {
  task: PlanTask;
  state: TaskState;
  sheet: Sheet;
  acts: ObservationActs;
}): JSX.Element => {
  const t = useText('observation');
  const [skipping, setSkipping] = useState(false);
  const { onTask, words } = sheet;
  return (
    <li data-state={state}>
      <p className={styles.task}>
        <TaskMark state={state} />
        <span>
          {words.task(task)}
          <small>
            {state === 'done' && task.doneBy !== null
              ? t('plan.by', { name: task.doneBy })
              : t(`plan.${state}`)}
            {task.skipped !== null && ` ${task.skipped}`}
          </small>
        </span>
        {onTask !== null && state !== 'skipped' && (
          <span className={styles.acts}>
            <Button size="small" onPress={() => onTask(task)}>
              {t(state === 'done' ? 'plan.undone' : 'plan.do')}
            </Button>
            {state !== 'done' && (
              <Button size="small" look="quiet" expanded={skipping} onPress={() => setSkipping(!skipping)}>
                {t('plan.skip')}
              </Button>
            )}
          </span>
        )}
      </p>
      {skipping && <SkipTask task={task} acts={acts} onDone={() => setSkipping(false)} />}
    </li>
  );
};

const Plan = ({ sheet, day, acts }: { sheet: Sheet; day: string; acts: ObservationActs }): JSX.Element => {
  const t = useText('observation');
  const { view, onTask } = sheet;
  const states = taskStates(view.tasks, view.today);
  const tasks = view.tasks.filter((task) => task.day === day);
  return (
    <section>
      <h3>{t('plan.title')}</h3>
      {tasks.length === 0 && <p className={styles.none}>{t('plan.none')}</p>}
      <ul>
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            task={task}
            state={states.get(task.id) ?? 'open'}
            sheet={sheet}
            acts={acts}
          />
        ))}
      </ul>
      {onTask !== null && <AddTask day={day} acts={acts} />}
    </section>
  );
};

/** All that was seen on a day, newest first; more than the page beside it holds. */
const Seen = ({ sheet, day }: { sheet: Sheet; day: string }): JSX.Element => {
  const t = useText('observation');
  const { data } = useRead<ObservationAnswer>(
    `${observationsPath(sheet.view.stayId)}?limit=100`,
    STAY_TOPICS,
  );
  const seen = (data?.body.observation ?? sheet.view).seen.filter((each) => each.day === day);
  return (
    <section>
      <h3>{t('seen.title')}</h3>
      {seen.length === 0 ? (
        <p className={styles.none}>{t('seen.noneDay')}</p>
      ) : (
        <ol className={styles.seen}>
          {seen.map((each) => (
            <SeenItem key={each.id} seen={each} acts={null} />
          ))}
        </ol>
      )}
    </section>
  );
};

/** Everything of one day: what was planned, what changed, what was measured, what was seen. */
export const DayCard = ({
  sheet,
  day,
  acts,
  seen = true,
}: {
  sheet: Sheet;
  day: string;
  acts: ObservationActs;
  /** False where the list of what was seen stands below it. */
  seen?: boolean;
}): JSX.Element => (
  <div className={styles.card}>
    <Plan sheet={sheet} day={day} acts={acts} />
    <DayMarks sheet={sheet} day={day} acts={acts} />
    <DayFigures sheet={sheet} day={day} />
    {seen && <Seen sheet={sheet} day={day} />}
  </div>
);
