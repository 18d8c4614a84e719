import type { ServiceHit } from '#modules/social/contract.ts';
import { useNow } from '#web/api/clock.ts';
import type { State } from '#web/design/states.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

type Common = Omit<ServiceHit, 'reasons'>;
type Reason = ServiceHit['reasons'][number];

const MARKS = { open: 'free', waiting: 'soon', closed: 'closed', 'asks-first': 'held' } as const;
/** A postcode is about this wide: nearer than this nobody can say. */
const CLOSE_BY = 500;
/** What the state and the age of a service say stands in its own line, not among the reasons. */
const TOLD_ELSEWHERE = new Set(['room', 'wait', 'closed', 'asks-first', 'recent', 'not-assured']);

/** The words about a service: whether there is room, how old that is, and why it is among the results. */
export const useServiceWords = () => {
  const t = useText('social-map');
  const format = useFormat();
  const now = useNow('minute');
  const day = (iso: string): string => format.day(Date.parse(`${iso}T12:00:00Z`));
  const stateOf = ({ state }: Common): { mark: State; words: string } => {
    if (state === null) return { mark: 'unknown', words: t('state.unknown') };
    if (state.state === 'waiting')
      return { mark: 'soon', words: t('state.waiting', { count: state.weeks ?? 1 }) };
    if (state.state === 'closed' && state.untilDay !== null)
      return { mark: 'closed', words: t('state.closedUntil', { day: day(state.untilDay) }) };
    return { mark: MARKS[state.state], words: t(`state.${state.state}`) };
  };
  const saidOf = ({ state }: Common): string | null =>
    state === null ? null : t('said', { moment: format.moment(Date.parse(state.saidAt), now) });
  const assuredOf = ({ assured }: Common): string =>
    assured.day === null ? t('assured.never') : t(`assured.${assured.phase}`, { day: day(assured.day) });
  const far = (metres: number): string => format.distance(metres / 1000);
  const whyOf = (
    reasons: readonly Reason[],
    heard: readonly { readonly code: string; readonly nl: string; readonly en: string }[],
  ): string[] =>
    reasons
      .filter(({ code }) => !TOLD_ELSEWHERE.has(code))
      .map(({ code, about }) => {
        if (code === 'near')
          return Number(about) < CLOSE_BY ? t('why.here') : t('why.near', { distance: far(Number(about)) });
        const need = heard.find((each) => each.code === about);
        return t(`why.${code}`, { about: need === undefined ? about : need[currentLanguage()] });
      });
  return { stateOf, saidOf, assuredOf, whyOf, far };
};
