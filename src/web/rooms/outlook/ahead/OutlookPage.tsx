import type { JSX } from 'react';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { ForecastAnswer, ModelAnswer } from '#modules/outlook/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import box from '#web/rooms/outlook/Box.module.css';
import { productShort } from '#web/rooms/placement/words.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Ahead.module.css';
import { OnlyForecast } from './OnlyForecast.tsx';
import { TryOut } from './TryOut.tsx';

/** Who steers the region tries things out; everybody sees what is expected. */
const TRIES = ['desk', 'region-manager'];

const Picks = ({
  product,
  forecast,
  warned,
  onPick,
}: {
  product: Product;
  forecast: ForecastAnswer | undefined;
  /** Reads what the region asked to hear of. */
  warned: boolean;
  onPick: (choices: Readonly<Record<string, string>>) => void;
}): JSX.Element => {
  const t = useText('outlook');
  const sites = forecast?.product === product ? forecast.sites : [];
  return (
    <div className={styles.picks}>
      <label>
        {t('pick.product')}
        <select
          className={box.box}
          value={product}
          onChange={({ currentTarget }) => onPick({ soort: currentTarget.value, locatie: '' })}
        >
          {PRODUCTS.map((each) => (
            <option key={each} value={each}>
              {productShort(each)}
            </option>
          ))}
        </select>
      </label>
      {sites.length > 0 && (
        <label>
          {t('pick.site')}
          <select
            className={box.box}
            value={forecast?.siteId ?? ''}
            onChange={({ currentTarget }) => onPick({ locatie: currentTarget.value })}
          >
            <option value="">{t('pick.region')}</option>
            {sites.map(({ siteId, site }) => (
              <option key={siteId} value={siteId}>
                {site}
              </option>
            ))}
          </select>
        </label>
      )}
      {warned && (
        <ButtonLink to="/vooruit/meldingen" icon="bell" look="quiet">
          {t('page.alerts')}
        </ButtonLink>
      )}
      <ButtonLink to="/vooruit/terug" icon="history" look="quiet">
        {t('page.back')}
      </ButtonLink>
    </div>
  );
};

/** What is expected in the coming fourteen days, and for who steers the region: what if we did it differently. */
export const OutlookPage = (): JSX.Element => {
  const t = useText('outlook');
  const { actor } = useSignedIn();
  const tries = TRIES.includes(actor.role);
  const [view, change] = useAddress();
  const product = PRODUCTS.find((each) => each === view['soort']) ?? 'elv-high';
  const site = view['locatie'] ?? '';
  const of = site === '' ? '' : `&siteId=${encodeURIComponent(site)}`;
  const forecast = useRead<ForecastAnswer>(`/api/v1/outlook/forecast?product=${product}${of}`, ['outlook']);
  // Not read again by itself: what is on the table stays on the region it was played on.
  const model = useRead<ModelAnswer>(tries ? '/api/v1/outlook/model' : null, []);
  const body = forecast.data?.body;
  const shown = body?.product === product ? body : undefined;
  const picks = <Picks product={product} forecast={body} warned={tries} onPick={change} />;
  return (
    <Screen
      title={t('page.title')}
      line={t(tries ? 'page.lineTry' : 'page.line', { product: productShort(product) })}
    >
      {shown === undefined ? (
        <NotRead read={forecast} grid="336px 1fr" rows={8} />
      ) : tries ? (
        <>
          <ProblemNotice problem={model.error} onAgain={model.refetch} />
          <TryOut
            product={product}
            forecast={shown}
            answer={model.data?.body ?? null}
            keeps={actor.role === 'region-manager'}
            onProduct={(next) => change({ soort: next, locatie: '' })}
            picks={picks}
          />
        </>
      ) : (
        <OnlyForecast forecast={shown} picks={picks} />
      )}
    </Screen>
  );
};
