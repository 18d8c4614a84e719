import type { JSX } from 'react';
import { metresBetween } from '#kernel/geo.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './BoardMap.module.css';
import { boundsOf, type MapPoint, placeOn } from './map-points.ts';
import { Pin } from './Pin.tsx';

const RULER_KM = 5;

/** The map for a screen that cannot draw one in 3D hardware: the sites where they lie, and a ruler. */
export const DrawnMap = ({
  points,
  chosen,
  onChoose,
}: {
  points: readonly MapPoint[];
  chosen: string | null;
  onChoose: (siteId: string) => void;
}): JSX.Element => {
  const t = useText('board');
  const bounds = boundsOf(points);
  const [west, south, east] = bounds;
  const wide = metresBetween({ lat: south, lon: west }, { lat: south, lon: east });
  return (
    <div className={styles.drawn}>
      {points.map((point) => {
        const { x, y } = placeOn(bounds, point.site);
        return (
          <div key={point.site.id} className={styles.at} style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
            <Pin point={point} chosen={chosen === point.site.id} onChoose={onChoose} />
          </div>
        );
      })}
      <div className={styles.ruler} style={{ width: `${((RULER_KM * 1000) / wide) * 100}%` }}>
        {t('map.ruler', { km: RULER_KM })}
      </div>
    </div>
  );
};
