import { type JSX, useState } from 'react';
import { CLOSURE_REASONS, type ClosureReason } from '#modules/capacity/types.ts';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { CloseUntil } from './CloseUntil.tsx';
import styles from './ConfirmPage.module.css';
import type { WardActs } from './use-ward-acts.ts';
import { useWardWords } from './use-ward-words.ts';

const SIGNS: Readonly<Record<(typeof CLOSURE_REASONS)[number], { readonly icon: string }>> = {
  'no-staff': { icon: 'users-round' },
  maintenance: { icon: 'wrench' },
  isolation: { icon: 'shield-x' },
  cleaning: { icon: 'spray-can' },
  other: { icon: 'ellipsis' },
};

/** Something else than still right: why a bed closes, which one, until when. Beds that can still be given come first. */
export const CloseByReason = ({ ward, acts }: { ward: Ward; acts: WardActs }): JSX.Element => {
  const t = useText('ward');
  const words = useWardWords();
  const now = useNow('minute');
  const [reason, setReason] = useState<ClosureReason | null>(null);
  const [placeId, setPlaceId] = useState<string | null>(null);
  const open = ward.places.filter(({ state }) => state !== 'closed');
  const beds = [
    ...open.filter(({ state }) => state === 'free'),
    ...open.filter(({ state }) => state !== 'free'),
  ];
  const bed = beds.find(({ id }) => id === placeId);
  const choose = (next: ClosureReason | undefined): void => {
    setReason(next === undefined || next === reason ? null : next);
    setPlaceId(null);
  };
  return (
    <section className={styles.closing}>
      <h2>{t('check.else')}</h2>
      <ChipToggles<ClosureReason>
        label={t('close.why')}
        one
        shape="box"
        chips={CLOSURE_REASONS.map((each) => ({
          value: each,
          label: capital(t(`reason.${each}`)),
          ...SIGNS[each],
        }))}
        values={reason === null ? [] : [reason]}
        onChange={([next]) => choose(next)}
      />
      {reason !== null && (
        <>
          <h2>{t('check.whichBed')}</h2>
          <ChipToggles
            label={t('check.whichBed')}
            one
            shape="box"
            chips={beds.map(({ id, code }) => ({ value: id, label: t('move.bed', { code }) }))}
            values={placeId === null ? [] : [placeId]}
            onChange={([next]) => setPlaceId(next ?? null)}
          />
        </>
      )}
      {reason !== null && bed !== undefined && (
        <CloseUntil
          zone={ward.site.zone}
          busy={acts.busy}
          onUntil={(until) => {
            const done = t('done.closed', { code: bed.code, moment: words.when(until, now) });
            void acts.close(ward.unit.id, { placeId: bed.id, reason, until }, done).then((went) => {
              if (went) choose(undefined);
            });
          }}
        />
      )}
    </section>
  );
};
