import type { JSX } from 'react';
import type { z } from 'zod';
import type { RegionView } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { placeName } from '#web/rooms/placement/words.ts';
import styles from './Found.module.css';
import type { RequestInHand } from './use-request.ts';

const SHOWN = 4;

/** Houses asked beside the chosen one, as many as the agreement lets: the first yes stands, the rest is taken back. */
export const AskAlso = ({ request }: { request: RequestInHand }): JSX.Element | null => {
  const t = useText('request');
  const region = useRead<z.infer<typeof RegionView>>('/api/v1/region', ['region']).data?.body;
  const beside = (region?.agreement.parallelOffers ?? 1) - 1;
  const { fits, chosen, also, change } = request;
  const others = fits.filter((place) => place !== chosen).slice(0, SHOWN);
  if (beside < 1 || others.length === 0) return null;
  return (
    <div className={styles.also}>
      <p>
        <b>{t('also.title')}</b> {t('also.line', { count: beside })}
      </p>
      <ChipToggles
        label={t('also.title')}
        shape="box"
        chips={others.map((place) => ({ value: place.unitId, label: placeName(place, fits) }))}
        values={also.map(({ unitId }) => unitId)}
        onChange={(units) => change({ also: units.slice(-beside) })}
      />
    </div>
  );
};
