import type { JSX } from 'react';
import type { Proposal } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { originOf } from '#web/design/figure.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords, placeName, productShort } from '#web/rooms/placement/words.ts';
import styles from './Compare.module.css';
import { compareRows, type Line } from './compare-rows.ts';

const ROW_ICONS: Readonly<Record<Line['code'], JSX.Element>> = {
  care: <Icon name="check" />,
  needs: <Icon name="list-checks" />,
  admission: <Icon name="calendar-check" />,
  distance: <Icon name="map-pin" />,
  partner: <Icon name="heart" />,
  area: <Icon name="heart" />,
  room: <Icon name="door-open" />,
  'legal-title': <Icon name="scale" />,
  doctor: <Icon name="stethoscope" />,
  contract: <Icon name="shield-check" />,
  language: <Icon name="languages" />,
  length: <Icon name="calendar-range" />,
  figure: <Icon name="clock" />,
};

const RowHead = ({ icon, children }: { icon: JSX.Element; children: string }): JSX.Element => (
  <th scope="row">
    <span className={styles.label}>
      <span className={styles.sign}>{icon}</span>
      {children}
    </span>
  </th>
);

/** One answer: a check when it fits, a dash and a bold word where it deviates, plain words when it was not asked. */
const Cell = ({ line }: { line: Line | null }): JSX.Element => {
  const t = useText('desk');
  if (line === null) return <span className={styles.unasked}>{t('compare.nothing')}</span>;
  if (line.met === null) return <span>{inWords(line)}</span>;
  return (
    <span className={line.met ? styles.met : styles.unmet}>
      {line.met ? <Icon name="check" /> : <Icon name="minus" />}
      <span>
        {!line.met && <span className="aloud">{t('compare.deviates')} </span>}
        {inWords(line)}
      </span>
    </span>
  );
};

const Head = ({ place, name, rank }: { place: Proposal; name: string; rank: number }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const facts = { product: productShort(place.product), bed: place.placeCode };
  return (
    <div className={styles.place}>
      <span className={styles.rank} aria-hidden="true">
        {rank}
      </span>
      <div>
        <p className={styles.site}>{name}</p>
        <p className={styles.where}>
          {t('compare.where', { organisation: place.organisation, town: place.town })}
        </p>
      </div>
      <div className={styles.bed}>
        <StateChip state={place.state} bare>
          {place.state === 'free'
            ? t('compare.bed', facts)
            : t('compare.bedFrom', { ...facts, moment: format.moment(Date.parse(place.from), now) })}
        </StateChip>
      </div>
    </div>
  );
};

/** What one can do with the places that are compared. */
export interface Comparing {
  readonly places: readonly Proposal[];
  readonly chosen: number;
  readonly busy: boolean;
  readonly blocked: boolean;
  readonly onAsk: (place: Proposal) => void;
}

const Acts = ({ places, chosen, busy, blocked, onAsk }: Comparing): JSX.Element => {
  const t = useText('desk');
  return (
    <tr className={styles.acts}>
      <td />
      {places.map((place, at) => (
        <td key={place.unitId} className={cx(at === chosen && styles.chosen)}>
          <Button
            wide
            look={at === chosen ? 'primary' : 'secondary'}
            keys={at === chosen ? [String(at + 1), '↵'] : [String(at + 1)]}
            busy={busy}
            blocked={blocked}
            onPress={() => onAsk(place)}
          >
            {busy && at === chosen ? t('compare.holding') : t('compare.ask')}
            <span className="aloud"> {t('compare.to', { site: place.site })}</span>
          </Button>
        </td>
      ))}
    </tr>
  );
};

/** Three proposals side by side in the same rows. Nothing is placed by itself: the desk chooses. */
export const Compare = (comparing: Comparing): JSX.Element => {
  const t = useText('desk');
  const { places, chosen } = comparing;
  const cells = (write: (place: Proposal, at: number) => JSX.Element): JSX.Element[] =>
    places.map((place, at) => (
      <td key={place.unitId} className={cx(at === chosen && styles.chosen)}>
        {write(place, at)}
      </td>
    ));
  return (
    <table className={styles.compare} data-places={places.length}>
      <thead>
        <tr>
          <td className={styles.corner}>
            <b>{t('compare.title', { count: places.length })}</b>
            <span>{t('compare.line')}</span>
          </td>
          {places.map((place, at) => (
            <th key={place.unitId} scope="col" className={cx(at === chosen && styles.chosen)}>
              <Head place={place} name={placeName(place, places)} rank={at + 1} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compareRows(places).map((row) => (
          <tr key={row.code}>
            <RowHead icon={ROW_ICONS[row.code]}>{t(`row.${row.code}`)}</RowHead>
            {cells((_, at) => (
              <Cell line={row.cells[at] ?? null} />
            ))}
          </tr>
        ))}
        <tr>
          <RowHead icon={<Icon name="timer" />}>{t('row.answers')}</RowHead>
          {cells(({ answersInMinutes }) => (
            <span>
              {answersInMinutes === null
                ? t('compare.unknown')
                : t('compare.answers', { count: answersInMinutes })}
            </span>
          ))}
        </tr>
        <tr>
          <RowHead icon={ROW_ICONS.figure}>{t('row.figure')}</RowHead>
          {cells(({ figure }) => (
            <Age {...originOf(figure)} />
          ))}
        </tr>
        <tr>
          <RowHead icon={<Icon name="message-square-text" />}>{t('row.why')}</RowHead>
          {cells(({ why }) => (
            <span>{inWords(why)}</span>
          ))}
        </tr>
        <Acts {...comparing} />
      </tbody>
    </table>
  );
};
