import { instantFromIso } from '#kernel/calendar.ts';
import type { ReferralView } from '#modules/social/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

type Step = ReferralView['steps'][number];

/** Says in plain words how far a referral is and what came of it. */
export const useReferralWords = () => {
  const t = useText('referral');
  const format = useFormat();
  const now = useNow('minute');
  const momentOf = (iso: string): string => format.moment(instantFromIso(iso), now);
  return {
    momentOf,
    waitsOf: (iso: string): string => format.length(Math.max(0, now - instantFromIso(iso))),
    resultOf: ({ result, reason }: Pick<Step, 'result' | 'reason'>): string =>
      result === null ? '' : `${t(`result.${result}.title`)}: ${t(`reason.${reason}`)}`,
    /** Who calls whom: as who referred says it, or as who receives it reads it. */
    warmOf: ({ warm, warmAt, mine }: Pick<ReferralView, 'warm' | 'warmAt' | 'mine'>): string => {
      const words = mine ? t(`warmIn.${warm}`) : t(`warm.${warm}`);
      return warmAt === null ? words : `${words} · ${momentOf(warmAt)}`;
    },
  };
};
