import type { JSX } from 'react';
import type { StayLine } from '#modules/stay/contract.ts';
import { useAddress } from '#web/address.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { awaited, type StayFilters } from './filters.ts';
import styles from './Stays.module.css';

/** So many parties that are waited for get a chip. */
const MOST = 4;

/** What the address says to leave out. */
export const useFilters = (stays: readonly StayLine[]): StayFilters => {
  const [view] = useAddress();
  const { unit } = useSignedIn().actor;
  const asked = awaited(stays).find(({ owner }) => owner === view['wacht']);
  return {
    unitId: view['afdeling'] === 'mijn' ? (unit?.id ?? null) : null,
    thisWeek: view['week'] === '1',
    waitsFor: asked?.owner ?? null,
  };
};

/** Which list: who is here now, or who left. */
export const Views = ({ ended }: { ended: boolean }): JSX.Element => {
  const t = useText('stay');
  const [, change] = useAddress();
  return (
    <ChipToggles<'now' | 'ended'>
      label={t('view.label')}
      one
      shape="joined"
      chips={(['now', 'ended'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
      values={[ended ? 'ended' : 'now']}
      onChange={([next]) =>
        change({ lijst: next === 'ended' ? 'vertrokken' : '', wacht: '', week: '', afdeling: '' })
      }
    />
  );
};

/** Chips that leave stays out: another ward, an end after this week, and who waits for somebody else. */
export const Filters = ({
  stays,
  filters,
}: {
  stays: readonly StayLine[];
  filters: StayFilters;
}): JSX.Element => {
  const t = useText('stay');
  const [, change] = useAddress();
  const { unit } = useSignedIn().actor;
  const wards = new Set(stays.map((stay) => stay.unit.id));
  const parties = awaited(stays).slice(0, MOST);
  const chips = [
    ...(unit !== null && wards.size > 1
      ? [{ value: 'unit', label: t('filter.unit', { unit: unit.name }) }]
      : []),
    { value: 'week', label: t('filter.week') },
  ];
  const on = [...(filters.unitId === null ? [] : ['unit']), ...(filters.thisWeek ? ['week'] : [])];
  return (
    <div className={styles.filters}>
      <ChipToggles
        label={t('filter.label')}
        shape="box"
        scroll
        chips={chips}
        values={on}
        onChange={(next) =>
          change({ afdeling: next.includes('unit') ? 'mijn' : '', week: next.includes('week') ? '1' : '' })
        }
      />
      {parties.length > 0 && (
        <ChipToggles
          label={t('filter.waits')}
          shape="box"
          scroll
          chips={parties.map(({ owner, count }) => ({
            value: owner,
            label: t('filter.waitsFor', { who: t(`owner.${owner}`), count }),
          }))}
          values={filters.waitsFor === null ? [] : [filters.waitsFor]}
          onChange={(next) => change({ wacht: next.at(-1) ?? '' })}
        />
      )}
    </div>
  );
};
