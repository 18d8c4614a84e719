import { type JSX, useState } from 'react';
import type { MoveAnswer, MoveLine } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import { saveSheet } from '#web/sheet.ts';
import figures from '#web/tower/departures/Figures.module.css';
import styles from './MoveList.module.css';
import { isIn, type Sight, sightsOf } from './move-list.ts';
import type { MoveWords } from './use-move-words.ts';

/** So many lines at once; the file has them all. */
const MOST_LINES = 200;
const MOST_ISSUES = 20;

const HEADS = ['number', 'treatment', 'outcome', 'distance', 'visits', 'hours'] as const;

const Lines = ({ lines, words }: { lines: readonly MoveLine[]; words: MoveWords }): JSX.Element => {
  const t = useText('day-growth');
  return (
    <div className={styles.scroll}>
      <table className={figures.figures}>
        <caption className="aloud">{t('list.table')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`list.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.lines}>
          {lines.slice(0, MOST_LINES).map((line) => (
            <tr key={line.row}>
              <th scope="row">{line.number}</th>
              <td>{words.treatment(line)}</td>
              <td>
                <span className={styles.outcome}>
                  <Icon name={line.why === null ? 'circle-check' : 'hospital'} size={16} />
                  {words.outcome(line)}
                </span>
              </td>
              <td data-head={t('list.head.distance')}>{words.distance(line)}</td>
              <td data-head={t('list.head.visits')}>{line.visits}</td>
              <td data-head={t('list.head.hours')}>{words.hours(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > MOST_LINES && (
        <p className={styles.quiet}>{t('list.more', { count: lines.length - MOST_LINES })}</p>
      )}
    </div>
  );
};

/** The rows that could not be read, with what to do about each. */
const Unread = ({ issues }: { issues: MoveAnswer['issues'] }): JSX.Element | null => {
  const t = useText('day-growth');
  if (issues.length === 0) return null;
  return (
    <Notice kind="conflict" icon="circle-alert" title={t('list.unread', { count: issues.length })}>
      <ul className={styles.unread}>
        {issues.slice(0, MOST_ISSUES).map((issue) => (
          <li key={`${issue.row} ${issue.column}`}>
            {t('list.issue', { ...issue, what: issue[currentLanguage()] })}
          </li>
        ))}
      </ul>
      {issues.length > MOST_ISSUES && t('list.moreIssues', { count: issues.length - MOST_ISSUES })}
    </Notice>
  );
};

/** Who of the list could come, what that frees, and of everybody else why not. */
export const MoveResult = ({ answer, words }: { answer: MoveAnswer; words: MoveWords }): JSX.Element => {
  const t = useText('day-growth');
  const { number } = useWeekWords();
  const [sight, setSight] = useState<Sight>('all');
  const sights = sightsOf(answer);
  const lines = answer.lines.filter((line) => isIn(sight, line));
  const save = (): void =>
    saveSheet(t('list.fileName'), [
      HEADS.map((head) => t(`list.head.${head}`)),
      ...lines.map((line) => [
        ...[line.number, words.treatment(line), words.outcome(line), words.distance(line)],
        ...[String(line.visits), words.hours(line)],
      ]),
    ]);
  return (
    <section aria-label={t('list.result')} className={styles.page}>
      <div role="status" className={styles.sum}>
        <p className={styles.big}>
          {t('list.could', { could: answer.could, of: answer.of, count: answer.could })}
        </p>
        <p>{t('list.frees', { count: Math.round(answer.hours), value: number(Math.round(answer.hours)) })}</p>
      </div>
      <Unread issues={answer.issues} />
      {answer.lines.length > 0 && (
        <Panel title={t('list.table')}>
          <div className={styles.above}>
            <ChipToggles<Sight>
              label={t('list.filter')}
              one
              shape="box"
              chips={sights.map((each) => ({
                value: each.sight,
                label: t('list.chip', { what: t(`list.sight.${each.sight}`), count: each.count }),
              }))}
              values={[sight]}
              onChange={([next]) => next !== undefined && setSight(next)}
            />
            <Button icon="download" onPress={save}>
              {t('list.save')}
            </Button>
          </div>
          <Lines lines={lines} words={words} />
        </Panel>
      )}
    </section>
  );
};
