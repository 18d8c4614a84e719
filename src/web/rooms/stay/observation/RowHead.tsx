import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Strip.module.css';
import type { StripRow } from './strip.ts';

const ICONS: Readonly<Record<StripRow['kind'], JSX.Element>> = {
  sleep: <Icon name="moon" size={17} />,
  meals: <Icon name="utensils" size={17} />,
  'pressure-drop': <Icon name="arrow-down-to-line" size={17} />,
  restlessness: <Icon name="brain" size={17} />,
  walking: <Icon name="footprints" size={17} />,
};

/** The name of a row, in what it is counted, and, where the strip has no room for it, from where it is too much. */
export const RowHead = ({
  row,
  limit,
  atEnd = false,
}: {
  row: StripRow;
  limit: string | null;
  /** It stands at the end of the row too, where that is in sight. */
  atEnd?: boolean;
}): JSX.Element => {
  const t = useText('observation');
  return (
    <>
      {ICONS[row.kind]}
      <span>
        <b>{t(`row.${row.kind}.name`)}</b>
        <small>{t(`row.${row.kind}.unit`)}</small>
        {limit !== null && (
          <small className={styles.limit} data-at-end={atEnd || undefined}>
            {limit}
          </small>
        )}
      </span>
    </>
  );
};
