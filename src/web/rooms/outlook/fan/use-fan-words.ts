import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { numberText, percentText } from '#web/rooms/outlook/play/figures.ts';
import type { FullStretch } from './drawing.ts';

/** Noon of a day, by which the calendar names it. */
const noon = (day: string): number => Date.parse(`${day}T11:00:00Z`);

/** What the drawing says, in words. */
export interface FanWords {
  /** `za–ma: kans op vol tot 38 %` */
  readonly full: (stretch: FullStretch) => string;
  /** `di 27 okt` */
  readonly day: (day: string) => string;
  /** `tussen 0 en 4` */
  readonly between: (from: number, until: number) => string;
  /** The whole drawing in some sentences, for who does not see it. */
  readonly aloud: (answer: ForecastAnswer, stretch: FullStretch | null) => string;
}

/** The words of the fan in the language of the reader. */
export const useFanWords = (): FanWords => {
  const t = useText('outlook');
  const format = useFormat();
  const full: FanWords['full'] = ({ from, until, chance }) => {
    const [first, last] = [format.weekday(noon(from)), format.weekday(noon(until))];
    return from === until
      ? t('fan.fullDay', { day: first, chance: percentText(chance) })
      : t('fan.full', { days: `${first}–${last}`, chance: percentText(chance) });
  };
  return {
    full,
    day: (day) => format.day(noon(day)),
    between: (from, until) => t('fan.between', { from: numberText(from), until: numberText(until) }),
    aloud: (answer, stretch) => {
      const last = answer.days.at(-1);
      const middle = last === undefined ? '' : numberText(last.middle);
      const said = t('fan.aloud', { count: answer.now.free ?? 0, middle });
      return stretch === null ? said : `${said} ${full(stretch)}.`;
    },
  };
};
