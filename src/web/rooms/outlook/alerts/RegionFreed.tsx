import { type JSX, useState } from 'react';
import type { RegionGains } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { numberText } from '#web/rooms/outlook/play/figures.ts';
import { Meaning } from '#web/tower/history/Meaning.tsx';
import styles from './Alerts.module.css';

type Gain = RegionGains['byCode'][number];

const VIEWS = ['code', 'owner'] as const;
type View = (typeof VIEWS)[number];

/** A count of which nothing is said when too few people are behind it. */
const said = (count: number | null): string => (count === null ? '–' : numberText(count));

const Row = ({ gain }: { gain: Gain }): JSX.Element => {
  const stay = useText('stay');
  const { code, owner, days, stays, late, waiting } = gain;
  return (
    <tr>
      <th scope="row">{code === null ? stay(`owner.${owner}`) : stay(`barrier.${code}`)}</th>
      <td>{said(days)}</td>
      <td>{said(stays)}</td>
      <td>{said(late)}</td>
      <td>{numberText(waiting)}</td>
    </tr>
  );
};

/** Which barrier, gone today, frees most bed days in the region: in counts, by what it is or by who can take it away. */
export const RegionFreed = (): JSX.Element => {
  const t = useText('alerts');
  const words = useText('next-move');
  const format = useFormat();
  const now = useNow('minute');
  const [view, setView] = useState<View>('code');
  const read = useRead<RegionGains>('/api/v1/barrier-gains', ['stay', 'capacity']);
  if (read.data === undefined)
    return (
      <Panel title={words('gains.title')}>
        <NotRead read={read} grid="1fr 80px 80px" rows={4} late={t('loading')} />
      </Panel>
    );
  const { byCode, byOwner, enough, asOf } = read.data.body;
  const gains = view === 'code' ? byCode : byOwner;
  const moment = format.moment(Date.parse(asOf), now);
  return (
    <Panel title={words('gains.title')}>
      {gains.length === 0 ? (
        <p>{t('freed.none')}</p>
      ) : (
        <>
          <ChipToggles<View>
            label={words('gains.view')}
            one
            shape="joined"
            chips={VIEWS.map((value) => ({ value, label: words(`gains.${value}`) }))}
            values={[view]}
            onChange={([next]) => setView(next ?? view)}
          />
          <table className={styles.table}>
            <caption className="aloud">{words('gains.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{words(`gains.${view}`)}</th>
                <th scope="col">
                  <Meaning code="barrier-gain" word={t('freed.days')} />
                </th>
                <th scope="col">{t('freed.stays')}</th>
                <th scope="col">{t('freed.late')}</th>
                <th scope="col">{t('freed.waiting')}</th>
              </tr>
            </thead>
            <tbody>
              {gains.map((gain) => (
                <Row key={gain.code ?? gain.owner} gain={gain} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className={styles.note}>
        {gains.length > 0 && `${t('freed.few', { enough })} `}
        {t('freed.asOf', { moment })}
      </p>
    </Panel>
  );
};
