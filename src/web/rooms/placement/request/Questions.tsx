import type { JSX } from 'react';
import { type Day, localDay } from '#kernel/calendar.ts';
import type { Reason, Weight } from '#modules/placement/types.ts';
import { useNow } from '#web/api/clock.ts';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { Question } from '#web/design/Question.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { areaOf, type Draft, type Fault, type When } from './draft.ts';
import { faultText } from './field.ts';
import styles from './Questions.module.css';

/** What one question needs: the draft, what is wrong in it, and how to change it. */
export interface Asking {
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly change: (part: Partial<Draft>) => void;
}

/** Who fills it in: a practice, a hospital, or the desk for somebody on the telephone (beside its row, so narrower). */
export type AskedFrom = 'practice' | 'hospital' | 'desk';

const FOUR: readonly Reason[] = ['recovery', 'observation', 'palliative', 'crisis'];
const SIX: readonly Reason[] = [
  'recovery',
  'rehabilitation',
  'observation',
  'palliative',
  'respite',
  'crisis',
];

/** A practice chooses between four, unless the advice of the tree led it to another. */
const isAmong = (reason: Reason | null, from: AskedFrom): boolean =>
  from === 'practice' && (reason === null || FOUR.includes(reason));

const Wrong = ({ text }: { text: string | null }): JSX.Element | null =>
  text === null ? null : <p className={styles.fault}>{text}</p>;

/** Why a place: a practice chooses between four; who places from a hospital or a desk also has rehabilitation and respite. */
export const WhyQuestion = ({ draft, faults, change, from }: Asking & { from: AskedFrom }): JSX.Element => {
  const t = useText('request');
  return (
    <Question number={1} title={t('why.title')} done={draft.reason !== null}>
      {(id) => (
        <div data-field="reason">
          <ChoiceCards<Reason>
            labelledBy={id}
            columns={from === 'hospital' ? 3 : 2}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            choices={(isAmong(draft.reason, from) ? FOUR : SIX).map((value) => ({
              value,
              title: t(`why.${value}`),
              line: t(`why.${value}Line`),
            }))}
          />
          <Wrong text={faultText(faults, 'reason', t)} />
        </div>
      )}
    </Question>
  );
};

const WEIGHTS: readonly Weight[] = ['low', 'high', 'unknown'];

/** How heavy: "weet ik niet" asks a doctor to think along and blocks nothing. */
export const HeavyQuestion = ({ draft, faults, change }: Asking): JSX.Element => {
  const t = useText('request');
  return (
    <Question number={2} title={t('heavy.title')} done={draft.weight !== null}>
      {(id) => (
        <div data-field="weight">
          <ChoiceCards<Weight>
            labelledBy={id}
            columns={3}
            value={draft.weight}
            onChange={(weight) => change({ weight })}
            choices={WEIGHTS.map((value) => ({
              value,
              title: t(`heavy.${value}`),
              line: t(`heavy.${value}Line`),
            }))}
          />
          <Wrong text={faultText(faults, 'weight', t)} />
        </div>
      )}
    </Question>
  );
};

const DayField = ({ draft, faults, change, today }: Asking & { today: Day }): JSX.Element => {
  const t = useText('request');
  return (
    <div data-field="day" className={styles.day}>
      <TextField
        label={t('when.day')}
        type="date"
        min={today}
        value={draft.day}
        error={faultText(faults, 'day', t)}
        onChange={(event) => change({ day: event.currentTarget.value })}
      />
    </div>
  );
};

const WHENS: readonly When[] = ['today', 'tomorrow', 'date'];

/** When: today unless said otherwise. */
export const WhenQuestion = (asking: Asking): JSX.Element => {
  const t = useText('request');
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { draft, change } = asking;
  return (
    <Question number={3} title={t('when.title')} done={draft.when !== 'date' || draft.day !== ''}>
      {(id) => (
        <>
          <ChoiceCards<When>
            labelledBy={id}
            columns={3}
            value={draft.when}
            onChange={(when) => change({ when })}
            choices={WHENS.map((value) => ({ value, title: t(`when.${value}`) }))}
          />
          {draft.when === 'date' && <DayField {...asking} today={today} />}
        </>
      )}
    </Question>
  );
};

/** Whom to call back: known from the session, changed when somebody else answers. */
export const PhoneQuestion = ({ draft, faults, change }: Asking): JSX.Element => {
  const t = useText('request');
  return (
    <Question number={5} title={t('phone.title')} done={draft.phone.trim() !== ''}>
      {(id) => (
        <div data-field="phone">
          <TextField
            labelledBy={id}
            type="tel"
            autoComplete="off"
            value={draft.phone}
            placeholder={t('phone.example')}
            error={faultText(faults, 'phone', t)}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
        </div>
      )}
    </Question>
  );
};

/** What the person would like; a postcode in it ranks the places by distance to there. */
export const WishQuestion = ({ draft, change }: Asking): JSX.Element => {
  const t = useText('request');
  const area = areaOf(draft.wish);
  return (
    <Question number={6} title={t('wish.title')} hint={t('mayBeEmpty')} done={draft.wish.trim() !== ''}>
      {(id) => (
        <TextField
          labelledBy={id}
          autoComplete="off"
          maxLength={300}
          value={draft.wish}
          placeholder={t('wish.example')}
          {...(area === null
            ? {}
            : { hint: t(area.partner ? 'wish.nearPartner' : 'wish.near', { pc4: area.pc4 }) })}
          onChange={(event) => change({ wish: event.currentTarget.value })}
        />
      )}
    </Question>
  );
};
