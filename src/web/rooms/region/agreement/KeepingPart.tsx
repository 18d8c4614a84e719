import type { JSX } from 'react';
import type { Keeping } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './KeepingPart.module.css';
import { MEASURES, Measure, type MeasureFacts } from './Measure.tsx';

/** Over how many days one can look back. */
const PERIODS = ['30', '90'] as const;

type Row = Keeping['rows'][number];

const measuresOf = ({ party, answers, promises, frees }: Row): MeasureFacts[] => {
  const one = (
    id: MeasureFacts['id'],
    of: number | undefined,
    value: number | null | undefined,
  ): MeasureFacts => ({
    id,
    party: party.name,
    of: of ?? null,
    value: value ?? null,
    // Of the desk answers are asked, and no beds.
    desk: answers !== null && frees === null,
  });
  return [
    one('inTime', answers?.of, answers?.inTime),
    one('median', answers?.of, answers?.medianMinutes),
    one('silent', answers?.of, answers?.silent),
    one('promises', promises?.of, promises?.kept),
    one('frees', frees?.of, frees?.gone),
  ];
};

const Table = ({ keeping }: { keeping: Keeping }): JSX.Element => {
  const t = useText('agreement');
  return (
    <table className={styles.table}>
      <caption className="aloud">{t('keeping.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('keeping.party')}</th>
          {MEASURES.map((id) => (
            <th key={id} scope="col">
              {t(`keeping.measure.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keeping.rows.map((row) => (
          <tr key={row.party.id}>
            <th scope="row">{row.party.name}</th>
            {measuresOf(row).map((facts) => (
              <td key={facts.id}>
                <Measure facts={facts} enough={keeping.enough} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Cards = ({ keeping }: { keeping: Keeping }): JSX.Element => {
  const t = useText('agreement');
  return (
    <ul className={styles.cards}>
      {keeping.rows.map((row) => (
        <li key={row.party.id}>
          <h3>{row.party.name}</h3>
          <dl>
            {measuresOf(row)
              .filter(({ of }) => of !== null)
              .map((facts) => (
                <div key={facts.id}>
                  <dt>{t(`keeping.measure.${facts.id}`)}</dt>
                  <dd>
                    <Measure facts={facts} enough={keeping.enough} />
                  </dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
};

/** "Zo houden we ons eraan": the same numbers for all parties, by name, each open to what it means. */
export const KeepingPart = (): JSX.Element => {
  const t = useText('agreement');
  const phone = usePhone();
  const [view, change] = useAddress();
  const days = PERIODS.find((each) => each === view['dagen']) ?? '30';
  const { data, error } = useRead<Keeping>(`/api/v1/keeping?days=${days}`, []);
  const keeping = data?.body;
  return (
    <section className={styles.keeping} aria-labelledby="keeping">
      <div className={styles.head}>
        <div>
          <h2 id="keeping">{t('keeping.title')}</h2>
          <p>{t('keeping.line')}</p>
        </div>
        <ChipToggles
          label={t('keeping.period')}
          one
          shape="joined"
          chips={PERIODS.map((value) => ({ value, label: t('keeping.days', { count: Number(value) }) }))}
          values={[days]}
          onChange={([chosen]) => change({ dagen: chosen === '30' ? '' : (chosen ?? '') })}
        />
      </div>
      <Refused problem={error} />
      {keeping === undefined && error === null && <Skeleton grid="1fr 1fr 1fr 1fr 1fr 1fr" />}
      {keeping !== undefined && (phone ? <Cards keeping={keeping} /> : <Table keeping={keeping} />)}
    </section>
  );
};
