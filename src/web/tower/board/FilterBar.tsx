import { Popover } from '@mantine/core';
import type { JSX } from 'react';
import type { Product } from '#kernel/product.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { type BoardFilters, choicesMade, DISTANCES } from './board-filters.ts';
import styles from './FilterBar.module.css';
import { useBoardWords } from './use-board-words.ts';

type Change = (change: Partial<BoardFilters>) => void;

/** What the filter bar needs to know of the region around the reader. */
export interface Around {
  /** The products that some site offers, in the order of the board. */
  readonly products: readonly Product[];
  readonly towns: readonly string[];
  /** The place distances start from (`9401`, `Assen`); null when there is none yet. */
  readonly start: string | null;
  readonly hasOwnSite: boolean;
}

const Towns = ({
  filters,
  around,
  onChange,
}: {
  filters: BoardFilters;
  around: Around;
  onChange: Change;
}): JSX.Element => {
  const t = useText('board');
  return (
    <label className={styles.field}>
      <span>{t('filter.from')}</span>
      <select value={filters.from} onChange={(event) => onChange({ from: event.target.value })}>
        <option value="">{around.hasOwnSite ? t('filter.own') : t('filter.nowhere')}</option>
        {around.towns.map((town) => (
          <option key={town} value={town}>
            {town}
          </option>
        ))}
      </select>
    </label>
  );
};

const MoreFilters = ({
  filters,
  around,
  onChange,
}: {
  filters: BoardFilters;
  around: Around;
  onChange: Change;
}): JSX.Element => {
  const t = useText('board');
  return (
    <div className={styles.more}>
      <Towns filters={filters} around={around} onChange={onChange} />
      <div>
        <p className={styles.head}>{t('filter.howFar')}</p>
        <ChipToggles
          label={t('filter.howFar')}
          one
          shape="joined"
          chips={DISTANCES.map((km) => ({
            value: String(km),
            label: km === null ? t('filter.everywhere') : t('filter.km', { km }),
          }))}
          values={[String(filters.km)]}
          onChange={([km]) => onChange({ km: km === undefined || km === 'null' ? null : Number(km) })}
        />
        <p className={styles.hint}>{t('filter.crow')}</p>
      </div>
      <div>
        <p className={styles.head}>{t('filter.show')}</p>
        <ChipToggles
          label={t('filter.show')}
          shape="box"
          chips={[
            { value: 'today', label: t('filter.today'), icon: 'clock' },
            { value: 'full', label: t('filter.full'), icon: 'bed' },
          ]}
          values={[...(filters.today ? ['today'] : []), ...(filters.full ? ['full'] : [])]}
          onChange={(values) => onChange({ today: values.includes('today'), full: values.includes('full') })}
        />
      </div>
    </div>
  );
};

/** Which products, how near, and whether one can come today. What is chosen here stands in the address. */
export const FilterBar = ({
  filters,
  around,
  opened,
  onOpen,
  onChange,
}: {
  filters: BoardFilters;
  around: Around;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onChange: Change;
}): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  const phone = usePhone();
  const near = around.start !== null && filters.km !== null;
  const km = filters.km ?? 15;
  const made = choicesMade(filters);
  return (
    <div className={styles.bar}>
      <ChipToggles<Product | 'all'>
        label={t('filter.products')}
        one
        shape="box"
        scroll
        chips={[
          { value: 'all', label: t('filter.all') },
          ...around.products.map((product, index) => ({
            value: product,
            label: words.short(product),
            hotkey: String(index + 1),
          })),
        ]}
        values={[filters.product ?? 'all']}
        onChange={([product]) => onChange({ product: product === 'all' ? null : (product ?? null) })}
      />
      {!phone && <span className={styles.divider} aria-hidden="true" />}
      {!phone && (
        <ChipToggles<'near' | 'today'>
          label={t('filter.limit')}
          shape="box"
          chips={[
            ...(around.start === null
              ? []
              : [
                  {
                    value: 'near' as const,
                    label: t('filter.near', { km, start: around.start }),
                    icon: 'map-pin',
                  },
                ]),
            { value: 'today', label: t('filter.today'), icon: 'clock' },
          ]}
          values={[...(near ? ['near' as const] : []), ...(filters.today ? ['today' as const] : [])]}
          onChange={(values) =>
            onChange({
              today: values.includes('today'),
              ...(around.start !== null && values.includes('near') !== near ? { km: near ? null : 15 } : {}),
            })
          }
        />
      )}
      <Popover
        opened={opened}
        onChange={onOpen}
        position="bottom-end"
        offset={8}
        trapFocus
        returnFocus
        withRoles={false}
        transitionProps={{ duration: 150, transition: 'fade' }}
      >
        <Popover.Target>
          <span className={styles.target}>
            <Button
              keys={['F']}
              expanded={opened}
              onPress={() => onOpen(!opened)}
              {...(phone ? { icon: 'funnel', label: t('filter.openCount', { count: made }) } : {})}
            >
              {phone ? made > 0 && String(made) : t('filter.open')}
            </Button>
          </span>
        </Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={t('filter.open')}>
          <MoreFilters filters={filters} around={around} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
};
