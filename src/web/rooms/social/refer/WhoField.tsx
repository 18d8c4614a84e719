import { useQuery } from '@tanstack/react-query';
import { type JSX, useDeferredValue, useId } from 'react';
import type { Sex } from '#modules/people/types.ts';
import type { KnownPeople } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Writing } from '#web/shell/use-version-form.ts';
import styles from './Refer.module.css';
import type { ReferDraft, ReferField } from './refer-draft.ts';

/** So many letters say enough to look whom the organisation knows already. */
const ENOUGH = 2;

type Whom = Writing<ReferDraft, ReferField>;

/** Asks the server in the body, never in an address; kept in memory as long as the form. */
const useKnown = (name: string): KnownPeople['people'] => {
  const letters = useDeferredValue(name.trim());
  const { data } = useQuery<KnownPeople, Problem>({
    queryKey: ['referral-people', letters],
    queryFn: ({ signal }) => call('POST', '/api/v1/referrals/people', { name: letters }, { signal }),
    enabled: letters.length >= ENOUGH,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  return letters.length < ENOUGH ? [] : (data?.people ?? []);
};

/** Who is not known yet: who it is, and how to call. */
const FreshFields = ({ draft, change, wrong }: Whom): JSX.Element => {
  const t = useText('referral');
  const sex = useId();
  return (
    <div className={styles.fresh}>
      <p>{t('who.fresh')}</p>
      <TextField
        label={t('who.birthDate')}
        inputMode="numeric"
        autoComplete="off"
        placeholder={t('who.birthExample')}
        value={draft.birthDate}
        error={wrong('birthDate')}
        onChange={(event) => change({ birthDate: event.currentTarget.value })}
      />
      <TextField
        label={t('who.phone')}
        type="tel"
        autoComplete="off"
        value={draft.phone}
        error={wrong('phone')}
        onChange={(event) => change({ phone: event.currentTarget.value })}
      />
      <div data-wide>
        <p id={sex}>{t('who.sex')}</p>
        <ChoiceCards<Sex>
          labelledBy={sex}
          columns={3}
          value={draft.sex}
          onChange={(value) => change({ sex: value })}
          choices={(['female', 'male', 'other'] as const).map((value) => ({
            value,
            title: t(`who.${value}`),
          }))}
        />
        {wrong('sex') !== null && <p className={styles.wrong}>{wrong('sex')}</p>}
      </div>
    </div>
  );
};

/** Who is meant: somebody the organisation knows by the letters of their name, or somebody new. */
export const WhoField = (whom: Whom): JSX.Element => {
  const { draft, change, wrong } = whom;
  const t = useText('referral');
  const people = useKnown(draft.known === null ? draft.name : '');
  if (draft.known !== null)
    return (
      <div className={styles.known}>
        <Icon name="user-round" size={22} />
        <b>{draft.known.name}</b>
        <span className={styles.aside}>{t('who.born', { day: draft.known.birthDate.slice(0, 4) })}</span>
        <Button look="quiet" size="small" onPress={() => change({ known: null })}>
          {t('who.another')}
        </Button>
      </div>
    );
  const typed = draft.name.trim().length >= ENOUGH;
  return (
    <>
      <TextField
        label={t('who.label')}
        hint={t('who.hint')}
        autoComplete="off"
        value={draft.name}
        error={wrong('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {people.length > 0 && (
        <div className={styles.acts}>
          {people.map((each) => (
            <Button
              key={each.id}
              icon="user-round"
              label={`${each.name}, ${t('who.born', { day: each.birthDate.slice(0, 4) })}`}
              onPress={() => change({ known: each })}
            >
              {each.name} · {each.birthDate.slice(0, 4)}
            </Button>
          ))}
        </div>
      )}
      {typed && people.length === 0 && <FreshFields {...whom} />}
    </>
  );
};
