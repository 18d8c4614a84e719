import type { JSX, ReactNode } from 'react';
import type { Product } from '#kernel/product.ts';
import type { ForecastAnswer, ModelAnswer } from '#modules/outlook/contract.ts';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { FanPanel } from '#web/rooms/outlook/fan/FanPanel.tsx';
import { useScenarios } from '#web/rooms/outlook/kept/use-scenarios.ts';
import styles from './Ahead.module.css';
import { Score } from './Score.tsx';
import { Table } from './Table.tsx';
import { WhereWaiting } from './WhereWaiting.tsx';

/** The forecast with the region on a working copy beside it. Until the copy is there, the forecast alone. */
export const TryOut = ({
  product,
  forecast,
  answer,
  keeps,
  onProduct,
  picks,
}: {
  product: Product;
  forecast: ForecastAnswer;
  answer: ModelAnswer | null;
  keeps: boolean;
  onProduct: (product: Product) => void;
  picks: ReactNode;
}): JSX.Element => {
  const scenarios = useScenarios(product, keeps);
  if (answer !== null && scenarios.ready)
    return <Table {...{ product, forecast, answer, keeps, scenarios, onProduct, picks }} />;
  return (
    <>
      <div className={styles.top}>{picks}</div>
      <div className={styles.page}>
        <div className={styles.side}>
          <Panel>
            <Skeleton grid="1fr" rows={6} />
          </Panel>
          <Score score={forecast.score} />
          <WhereWaiting product={product} />
        </div>
        <div className={styles.mid}>
          <FanPanel answer={forecast} shown={null} table={false} onTable={() => undefined} />
        </div>
      </div>
    </>
  );
};
