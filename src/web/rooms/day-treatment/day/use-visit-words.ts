import type { DayVisit } from '#modules/day-treatment/contract.ts';
import type { Act } from '#modules/day-treatment/types.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** What one visit and its acts are called. */
export interface VisitWords {
  readonly name: (visit: DayVisit) => string;
  readonly line: (visit: DayVisit) => string;
  /** What was done, with its figures. */
  readonly act: (act: Act) => string;
  readonly clock: (at: number) => string;
}

const MEASURES = ['pulse', 'saturation', 'temperature'] as const;

/** The words for a visit, in the language of the reader. */
export const useVisitWords = (): VisitWords => {
  const t = useText('day-list');
  const format = useFormat();
  const now = useNow('minute');
  const measured = (body: Act['body']): string => {
    const { systolic, diastolic } = body;
    const pressure =
      systolic === undefined && diastolic === undefined
        ? []
        : [t('measured.pressure', { over: systolic ?? '–', under: diastolic ?? '–' })];
    const others = MEASURES.filter((each) => body[each] !== undefined).map((each) =>
      t(`measured.${each}`, { value: body[each] }),
    );
    return [...pressure, ...others].join(', ');
  };
  const reacted = (body: Act['body']): string => {
    if (body['over'] === true) return t('did.reactionOver');
    if (body['called'] === true) return t('did.called');
    return typeof body['step'] === 'number' ? t('did.step', { step: body['step'] }) : t('did.reacted');
  };
  const said = ({ kind, body }: Act): string => {
    if (kind === 'measured') return measured(body);
    if (kind === 'reacted') return reacted(body);
    if (kind !== 'checked') return t(`did.${kind}`);
    return t(body['right'] === true ? 'did.right' : 'did.wrong', { check: t(`check.${body['check']}`) });
  };
  return {
    name: ({ person }) => person?.name ?? t('nameless'),
    line: ({ treatment, person }) =>
      [
        t('visit.treatment', { group: t(`group.${treatment.group}`), minutes: treatment.minutes }),
        ...(person === null ? [] : [t('visit.born', { year: person.born })]),
      ].join(' · '),
    act: (act) => {
      const note = act.body['note'] ?? act.body['why'];
      return [said(act), ...(typeof note === 'string' ? [note] : [])]
        .filter((word) => word !== '')
        .join(': ');
    },
    clock: (at) => format.moment(at, now),
  };
};
