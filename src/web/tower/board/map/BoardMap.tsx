import { type JSX, lazy, Suspense, useState } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './BoardMap.module.css';
import { DrawnMap } from './DrawnMap.tsx';
import type { MapPoint } from './map-points.ts';

const TileMap = lazy(async () => ({ default: (await import('./TileMap.tsx')).TileMap }));

/** Can this screen draw a map in its graphics hardware? */
const canDraw = (): boolean => {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
};

const Chosen = ({ point }: { point: MapPoint }): JSX.Element => {
  const t = useText('board');
  const language = currentLanguage();
  return (
    <div className={styles.chosen} role="status">
      <div>
        <b>{point.site.name}</b>
        <small>{t('map.where', { organisation: point.site.organisation, town: point.site.town })}</small>
      </div>
      <ul>
        {point.lines.map(({ product, free, unitId }) => (
          <li key={product}>
            <StateMark state={free === null ? 'unknown' : free > 0 ? 'free' : 'occupied'} size={13} />
            <b>{free ?? t('map.askThem')}</b>
            <a href={`/afdeling/${unitId}`}>{PRODUCT_WORDS[product].short[language]}</a>
          </li>
        ))}
      </ul>
      <ButtonLink to={telephone(point.site.phone)} look="call" icon="phone">
        {point.site.phone}
      </ButtonLink>
    </div>
  );
};

/** Where the sites of the list lie. It says nothing the list below it does not say. */
export const BoardMap = ({
  points,
  tiles,
}: {
  points: readonly MapPoint[];
  tiles: string | null;
}): JSX.Element => {
  const t = useText('board');
  const [chosen, setChosen] = useState<string | null>(null);
  const [drawn] = useState(() => !canDraw());
  const point = points.find(({ site }) => site.id === chosen);
  return (
    <Panel padded={false}>
      <section className={styles.map} aria-label={t('map.title')}>
        {drawn ? (
          <DrawnMap points={points} chosen={chosen} onChoose={setChosen} />
        ) : (
          <Suspense fallback={<Skeleton grid="1fr" rows={6} />}>
            <TileMap points={points} tiles={tiles} chosen={chosen} onChoose={setChosen} />
          </Suspense>
        )}
      </section>
      {point !== undefined && <Chosen point={point} />}
    </Panel>
  );
};
