import type { JSX } from 'react';
import type { ServiceHit } from '#modules/social/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { placeOn } from '#web/tower/board/map/map-points.ts';
import styles from './SocialMap.module.css';

const EDGE = 0.02;

type Placed = ServiceHit & { lat: number; lon: number };

const isPlaced = (hit: ServiceHit): hit is Placed => hit.lat !== null && hit.lon !== null;

const boundsOf = (points: readonly Placed[]): [number, number, number, number] => {
  const [lons, lats] = [points.map(({ lon }) => lon), points.map(({ lat }) => lat)];
  return [
    Math.min(...lons) - EDGE,
    Math.min(...lats) - EDGE,
    Math.max(...lons) + EDGE,
    Math.max(...lats) + EDGE,
  ];
};

/** Where the services of the list lie, by their number in it. It says nothing the list does not say. */
export const ServiceMap = ({ hits }: { hits: readonly ServiceHit[] }): JSX.Element | null => {
  const t = useText('social-map');
  const points = hits.filter(isPlaced);
  if (points.length === 0) return null;
  const bounds = boundsOf(points);
  return (
    <Panel padded={false}>
      <div className={styles.map} role="img" aria-label={t('map', { count: points.length })}>
        {points.map((hit) => {
          const { x, y } = placeOn(bounds, hit);
          return (
            <span key={hit.id} className={styles.pin} style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
              {hits.indexOf(hit) + 1}
            </span>
          );
        })}
      </div>
    </Panel>
  );
};
