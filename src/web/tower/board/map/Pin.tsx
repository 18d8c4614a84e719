import type { JSX } from 'react';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './BoardMap.module.css';
import type { MapPoint } from './map-points.ts';

/** One site on the map: its shape and its number, as in the list. */
export const Pin = ({
  point,
  chosen,
  onChoose,
}: {
  point: MapPoint;
  chosen: boolean;
  onChoose: (siteId: string) => void;
}): JSX.Element => {
  const t = useText('board');
  const words =
    point.free === null
      ? t('map.unknown', { site: point.site.name })
      : t('map.free', { site: point.site.name, count: point.free });
  return (
    <button
      type="button"
      className={styles.pin}
      data-state={point.state}
      aria-pressed={chosen}
      aria-label={words}
      onClick={() => onChoose(point.site.id)}
    >
      <StateMark state={point.state} size={14} />
      <b>{point.free ?? '?'}</b>
      <span>{point.site.name}</span>
    </button>
  );
};
