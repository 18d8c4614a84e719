import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Plan.module.css';
import type { Sheet } from './sheet.ts';
import { type PlanTask, type TaskState, taskStates } from './strip.ts';
import { TaskMark } from './TaskMark.tsx';

const Task = ({ task, state, sheet }: { task: PlanTask; state: TaskState; sheet: Sheet }): JSX.Element => {
  const t = useText('observation');
  const { words, onTask } = sheet;
  const inside = (
    <>
      <TaskMark state={state} />
      <span>{words.task(task)}</span>
      <span className="aloud">{t(`plan.${state}`)}</span>
    </>
  );
  return (
    <li data-state={state}>
      {onTask === null || state === 'skipped' ? (
        <span className={styles.task}>{inside}</span>
      ) : (
        <button type="button" className={styles.task} onClick={() => onTask(task)}>
          {inside}
          <span className="aloud">{t(state === 'done' ? 'plan.pressUndone' : 'plan.pressDone')}</span>
        </button>
      )}
    </li>
  );
};

/** What is planned per day, with how it stands. */
export const Plan = ({ sheet }: { sheet: Sheet }): JSX.Element => {
  const t = useText('observation');
  const { view } = sheet;
  const states = taskStates(view.tasks, view.today);
  return (
    <tr className={styles.plan}>
      <th scope="row">
        <Icon name="list-checks" size={17} />
        <span>
          <b>{t('plan.title')}</b>
          <small>{t('plan.count', { done: view.done, count: view.planned })}</small>
        </span>
      </th>
      {view.days.map(({ day }) => (
        <td key={day} data-today={day === view.today || undefined}>
          <ul>
            {view.tasks
              .filter((task) => task.day === day)
              .map((task) => (
                <Task key={task.id} task={task} state={states.get(task.id) ?? 'open'} sheet={sheet} />
              ))}
          </ul>
        </td>
      ))}
    </tr>
  );
};

/** What changed in the medicines; from there a line runs down through everything that was measured. */
export const Marks = ({ sheet }: { sheet: Sheet }): JSX.Element => {
  const t = useText('observation');
  const { view, words, onDay } = sheet;
  return (
    <tr className={styles.marks}>
      <th scope="row">
        <Icon name="pill" size={17} />
        <b>{t('mark.title')}</b>
      </th>
      {view.days.map(({ day }, index) => {
        const next = view.days.slice(index + 1, index + 4);
        const roomy =
          next.length === 3 && !view.marks.some((mark) => next.some((after) => after.day === mark.day));
        return (
          <td key={day} data-today={day === view.today || undefined}>
            <div className={styles.tags} data-narrow={!roomy || undefined}>
              {view.marks
                .filter((mark) => mark.day === day)
                .map((mark) => (
                  <button key={mark.id} type="button" className={styles.tag} onClick={() => onDay(day)}>
                    <Icon name="pill" size={13} />
                    {words.mark(mark)}
                    {mark.reason === null && <span className={styles.why}>{t('mark.noReasonYet')}</span>}
                  </button>
                ))}
            </div>
          </td>
        );
      })}
    </tr>
  );
};
