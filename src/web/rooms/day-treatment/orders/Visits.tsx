import type { JSX } from 'react';
import type { DayRecord, OrderView, OrderVisit, RecordVisit } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useVisitWords } from '#web/rooms/day-treatment/day/use-visit-words.ts';
import { DrugReady } from './DrugReady.tsx';
import styles from './Order.module.css';

const ICONS: Readonly<Record<OrderVisit['state'], JSX.Element>> = {
  'to-plan': <Icon name="hourglass" size={15} />,
  planned: <Icon name="calendar-check" size={15} />,
  arrived: <Icon name="armchair" size={15} />,
  done: <Icon name="check" size={15} />,
  'not-given': <Icon name="ban" size={15} />,
  'no-show': <Icon name="user-x" size={15} />,
  cancelled: <Icon name="x" size={15} />,
};

/** What was written down of a visit, minute by minute; a step of the clinic in the words of the clinic. */
const Acts = ({ record, steps }: { record: RecordVisit; steps: readonly string[] }): JSX.Element => {
  const t = useText('orders');
  const words = useVisitWords();
  return (
    <ol className={styles.acts}>
      {record.acts.map((act) => {
        const at = Date.parse(act.at);
        const step = act.kind === 'reacted' ? act.body['step'] : undefined;
        const text = typeof step === 'number' ? steps[step - 1] : undefined;
        const alarm = act.kind === 'reacted' || act.kind === 'deviated' || act.kind === 'not-given';
        return (
          <li key={act.id} className={cx(alarm && styles.alarm)}>
            <time dateTime={act.at}>{words.clock(at)}</time>
            <span>
              {words.act({ ...act, at })}
              {text !== undefined && `: ${text}`} <small>{t('visit.by', { who: act.byName })}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
};

const useMoment = () => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  return ({ from, until, unit }: OrderVisit): string | null => {
    if (from === null || until === null) return null;
    const [begin, end] = [Date.parse(from), Date.parse(until)];
    const moment = `${format.moment(begin, now)}–${format.clock(end)}`;
    return unit === null ? moment : t('visit.where', { moment, unit: unit.name });
  };
};

/** A visit, or several in a row that all still wait for a moment. */
interface Line {
  readonly visit: OrderVisit;
  /** The number of the last of them. */
  readonly last: number;
}

const isWaiting = ({ state, attempt }: OrderVisit): boolean => state === 'to-plan' && attempt === 1;

/** The visits line by line: of who waits, one line says as much as six. */
const linesOf = (visits: readonly OrderVisit[]): Line[] => {
  const lines: Line[] = [];
  for (const visit of visits) {
    const before = lines.at(-1);
    if (before !== undefined && isWaiting(before.visit) && isWaiting(visit))
      lines[lines.length - 1] = { visit: before.visit, last: visit.number };
    else lines.push({ visit, last: visit.number });
  }
  return lines;
};

const VisitLine = ({
  line: { visit, last },
  record,
  order,
}: {
  line: Line;
  record: RecordVisit | undefined;
  order: OrderView;
}): JSX.Element => {
  const t = useText('orders');
  const moment = useMoment()(visit);
  return (
    <li className={cx(styles.visit, record?.reacted === true && styles.reacted)} data-visit={visit.id}>
      <div className={styles.visitHead}>
        <span className={styles.number}>
          {last === visit.number ? visit.number : `${visit.number}–${last}`}
        </span>
        <span>
          <b>{moment ?? t('visit.noMoment')}</b>
          {visit.attempt > 1 && <span>{t('visit.attempt', { attempt: visit.attempt })}</span>}
        </span>
        <span className={styles.state}>
          {ICONS[visit.state]}
          {t(`visitState.${visit.state}`)}
        </span>
      </div>
      {visit.recheck && <p className={styles.asks}>{t('visit.recheck')}</p>}
      {visit.state === 'planned' && <DrugReady visit={visit} order={order} />}
      {record !== undefined && <Acts record={record} steps={order.treatment.reaction} />}
    </li>
  );
};

/** What was given and what is planned, visit by visit, with what the nurse wrote down. */
export const Visits = ({
  order,
  record,
}: {
  order: OrderView;
  record: DayRecord | undefined;
}): JSX.Element => {
  const t = useText('orders');
  const records = new Map(record?.visits.map((visit) => [visit.id, visit]));
  const shown = order.visitList.filter(({ state, id }) => state !== 'cancelled' || records.has(id));
  return (
    <Panel title={t('visit.title')}>
      {shown.length === 0 ? (
        <p className={styles.quiet}>{t(order.state === 'draft' ? 'visit.afterSign' : 'visit.none')}</p>
      ) : (
        <ol className={styles.visits}>
          {linesOf(shown).map((line) => (
            <VisitLine key={line.visit.id} line={line} record={records.get(line.visit.id)} order={order} />
          ))}
        </ol>
      )}
    </Panel>
  );
};
