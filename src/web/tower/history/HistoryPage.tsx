import { type JSX, useState } from 'react';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { useAddress } from '#web/address.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { DaysPanel } from './DaysPanel.tsx';
import { FlowsPanel } from './FlowsPanel.tsx';
import styles from './History.module.css';
import { ListPanel } from './list/ListPanel.tsx';
import { OpenList, type PressedNumber } from './list/use-open-list.ts';
import { ThenPanel } from './ThenPanel.tsx';

const DAYS = ['30', '90'] as const;
type Days = (typeof DAYS)[number];

/** What was: the board at any moment of the past, the ways people went, and a kind of care day by day. */
export const HistoryPage = (): JSX.Element => {
  const t = useText('history');
  const phone = usePhone();
  const [view, change] = useAddress();
  const [pressed, press] = useState<PressedNumber | null>(null);
  const days = DAYS.find((each) => each === view['dagen']) ?? '30';
  const product: Product = PRODUCTS.find((each) => each === view['zorg']) ?? 'elv-high';
  const table = phone || view['tabel'] === '1';
  const turn = (): void => change({ tabel: table ? '' : '1' });
  useKeys([{ keys: ['t'], does: t(table ? 'keys.picture' : 'keys.table'), run: turn }]);
  return (
    <Screen title={t('page.title')} line={t('page.line')}>
      <OpenList value={press}>
        <div className={styles.page}>
          <ThenPanel />
          <div className={styles.choices}>
            <ChipToggles<Days>
              label={t('page.days')}
              one
              shape="joined"
              chips={DAYS.map((value) => ({ value, label: t('page.last', { count: Number(value) }) }))}
              values={[days]}
              onChange={([next]) => change({ dagen: next === '30' ? '' : (next ?? days) })}
            />
            {!phone && (
              <ChipToggles<'table'>
                label={t('page.show')}
                shape="box"
                chips={[{ value: 'table', label: t('page.table'), hotkey: 'T' }]}
                values={table ? ['table'] : []}
                onChange={turn}
              />
            )}
          </div>
          <FlowsPanel days={Number(days)} table={table} />
          <DaysPanel
            days={Number(days)}
            product={product}
            table={table}
            onProduct={(next) => change({ zorg: next === 'elv-high' ? '' : next })}
          />
          {!phone && (
            <KeyHints
              hints={[
                { keys: ['←', '→'], does: t('keys.hour') },
                { keys: ['J', 'K'], does: t('keys.day') },
                { keys: ['T'], does: t('keys.table') },
                { keys: ['↑', '↓', 'Enter'], does: t('keys.number') },
              ]}
            />
          )}
        </div>
        <ListPanel pressed={pressed} onClose={() => press(null)} />
      </OpenList>
    </Screen>
  );
};
