import { type JSX, useState } from 'react';
import type { Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Ward } from '#tower/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useTold } from '#web/rooms/capacity/use-told.ts';
import styles from './CountsOnly.module.css';

type Numbers = NonNullable<Ward['published']>;

/** A ward that reports only counts: how many it can give of each care, told in one go. Only what was told can be untouched. */
export const CountsOnly = ({ ward, published }: { ward: Ward; published: Numbers }): JSX.Element => {
  const t = useText('ward');
  const language = currentLanguage();
  const { busy, problem, tell } = useTold(['ward', 'board']);
  const [changed, setChanged] = useState<Partial<Record<Product, number>>>({});
  const counts = published.flatMap(({ product, left }) => {
    const free = changed[product] ?? left;
    return free === null ? [] : [{ product, free }];
  });
  const publish = (): void =>
    void tell(`/api/v1/units/${ward.unit.id}/counts`, { counts }, t('counted.done')).then((went) => {
      if (went) setChanged({});
    });
  return (
    <Panel title={t('counted.title')}>
      <p className={styles.line}>{t('counted.line')}</p>
      <ul className={styles.numbers}>
        {published.map(({ product, places, left }) => (
          <li key={product}>
            <span>
              <strong>{PRODUCT_WORDS[product].short[language]}</strong>
              <small>
                {left === null ? t('counted.never', { count: places }) : t('counted.of', { count: places })}
              </small>
            </span>
            <Stepper
              label={t('counted.free', { product: PRODUCT_WORDS[product].short[language] })}
              value={changed[product] ?? left ?? 0}
              max={places}
              onChange={(free) => setChanged({ ...changed, [product]: free })}
            />
          </li>
        ))}
      </ul>
      <Button look="primary" icon="check" busy={busy} blocked={counts.length === 0} onPress={publish}>
        {t(busy ? 'counted.busy' : 'counted.act')}
      </Button>
      <ProblemNotice problem={problem} />
    </Panel>
  );
};
