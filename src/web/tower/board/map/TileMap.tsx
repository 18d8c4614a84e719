import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as GlMap, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type JSX, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './BoardMap.module.css';
import { boundsOf, type MapPoint } from './map-points.ts';
import { Pin } from './Pin.tsx';

setWorkerUrl(workerUrl);

const PAPER = '--paper';
const FURTHEST = 14;

const styleOf = (tiles: string | null, paper: string) => ({
  version: 8 as const,
  sources:
    tiles === null
      ? {}
      : {
          back: {
            type: 'raster' as const,
            tiles: [tiles],
            tileSize: 256,
            maxzoom: 19,
            attribution: 'Kadaster, PDOK',
          },
        },
  layers: [
    { id: 'paper', type: 'background' as const, paint: { 'background-color': paper } },
    ...(tiles === null ? [] : [{ id: 'back', type: 'raster' as const, source: 'back' }]),
  ],
});

/** One element a site, which MapLibre keeps in its place and React draws into. */
const useMarkers = (map: GlMap | null, points: readonly MapPoint[]): ReadonlyMap<string, HTMLElement> => {
  const key = points.map(({ site }) => site.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sites make the markers; their figures are drawn inside
  const made = useMemo(
    () => new Map(points.map(({ site }) => [site.id, { site, element: document.createElement('div') }])),
    [key],
  );
  useEffect(() => {
    if (map === null) return undefined;
    const markers = [...made.values()].map(({ site, element }) =>
      new Marker({ element, anchor: 'left' }).setLngLat([site.lon, site.lat]).addTo(map),
    );
    return () => {
      for (const marker of markers) marker.remove();
    };
  }, [map, made]);
  return useMemo(() => new Map([...made].map(([id, { element }]) => [id, element])), [made]);
};

/** The map, drawn by the machine's own graphics; without tiles it stays what it is: sites on paper. */
export const TileMap = ({
  points,
  tiles,
  chosen,
  onChoose,
}: {
  points: readonly MapPoint[];
  tiles: string | null;
  chosen: string | null;
  onChoose: (siteId: string) => void;
}): JSX.Element => {
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<GlMap | null>(null);
  const [start] = useState(() => boundsOf(points));
  useEffect(() => {
    const container = frame.current;
    if (container === null) return undefined;
    const paper = getComputedStyle(container).getPropertyValue(PAPER).trim() || '#f3f6f5';
    const made = new GlMap({
      container,
      style: styleOf(tiles, paper),
      bounds: start,
      maxZoom: FURTHEST,
      attributionControl: { compact: true },
      cooperativeGestures: true,
    });
    made.addControl(new NavigationControl({ showCompass: false }));
    made.addControl(new ScaleControl());
    setMap(made);
    return () => made.remove();
  }, [tiles, start]);
  const elements = useMarkers(map, points);
  return (
    <>
      <div ref={frame} className={styles.frame} />
      {points.flatMap((point) => {
        const element = elements.get(point.site.id);
        if (element === undefined) return [];
        return [
          createPortal(
            <Pin key={point.site.id} point={point} chosen={chosen === point.site.id} onChoose={onChoose} />,
            element,
            point.site.id,
          ),
        ];
      })}
    </>
  );
};
