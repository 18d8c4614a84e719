import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { PersonView } from '#modules/people/contract.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Parts.module.css';

type Field = 'gpName' | 'kinName' | 'kinPhone';

const Fields = ({ person, fields }: { person: PersonView; fields: readonly Field[] }): JSX.Element => {
  const t = useText('facts');
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const filled = fields.filter((field) => (typed[field] ?? '').trim() !== '');
  const save = useMutation<unknown, Problem>({
    mutationFn: () => {
      const change = Object.fromEntries(filled.map((field) => [field, typed[field]?.trim()]));
      return call('PATCH', `/api/v1/persons/${person.id}`, change, { ifMatch: `"${person.version}"` });
    },
    // Somebody else may have changed it meanwhile: then the next press goes by what stands now.
    onSettled: () => readAgain(['request']),
  });
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (filled.length > 0 && !save.isPending) save.mutate();
      }}
    >
      <div className={styles.when}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`contacts.${field}`)}
            type={field === 'kinPhone' ? 'tel' : 'text'}
            autoComplete="off"
            maxLength={200}
            value={typed[field] ?? person[field] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTyped((before) => ({ ...before, [field]: value }));
            }}
          />
        ))}
        <Button submit busy={save.isPending} blocked={filled.length === 0}>
          {t('contacts.save')}
        </Button>
      </div>
      <Refused problem={save.error} />
    </form>
  );
};

/** The own GP and the next of kin, once they are missing: filled in later, by who knows the person. */
export const Contacts = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const { person, missing } = request;
  const lacks = (what: string): boolean => missing.some(({ code }) => code === what);
  const fields: readonly Field[] = [
    ...(lacks('gp') ? (['gpName'] as const) : []),
    ...(lacks('next-of-kin') ? (['kinName', 'kinPhone'] as const) : []),
  ];
  if (person === null || fields.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t('contacts.title')}>
      <h3>{t('contacts.title')}</h3>
      <Fields key={fields.join()} person={person} fields={fields} />
    </section>
  );
};
