import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ConsentBody } from '#modules/people/contract.ts';
import {
  CONSENT_GIVERS,
  CONSENT_PURPOSES,
  type ConsentGiver,
  type ConsentPurpose,
} from '#modules/people/types.ts';
import type { OrganisationKind } from '#modules/region/types.ts';
import { call, newKey } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Consent.module.css';

/** Kinds somebody can say yes to at once, beside the organisations of the request. */
const KINDS = ['welfare', 'home-care', 'care-provider'] as const satisfies readonly OrganisationKind[];

/** An organisation of the request, by its name. */
export interface Receiver {
  readonly organisationId: string;
  readonly organisation: string;
}

interface Asked {
  readonly purpose: ConsentPurpose;
  /** An organisation's id, or a kind. */
  readonly receiver: string;
  readonly giver: ConsentGiver;
}

const bodyOf = ({ purpose, receiver, giver }: Asked): Partial<ConsentBody> => {
  const receiverKind = KINDS.find((kind) => kind === receiver) ?? null;
  const receiverOrg = receiverKind === null ? receiver : null;
  return { purpose, receiverOrg, receiverKind, explicit: true, givenBy: giver };
};

const useSaving = (personId: string, asked: Asked, onDone: () => void) => {
  // The same words pressed again are the same yes.
  const [key] = useState(newKey);
  return useMutation<unknown, Problem>({
    mutationFn: () =>
      call('POST', `/api/v1/persons/${personId}/consents`, bodyOf(asked), {
        idempotencyKey: `${key}-${asked.purpose}-${asked.receiver}-${asked.giver}`,
      }),
    onSuccess: async () => {
      await readAgain(['consent', 'request', 'ward']);
      onDone();
    },
  });
};

/** Writes down a yes: what for, with whom, and who said it. It begins at what is wanted now. */
export const ConsentForm = ({
  personId,
  receivers,
  onDone,
}: {
  personId: string;
  receivers: readonly Receiver[];
  onDone: () => void;
}): JSX.Element => {
  const t = useText('consent');
  const offline = useLink().state === 'lost';
  const [asked, setAsked] = useState<Asked>({
    ...{ purpose: 'hand-over', giver: 'person' },
    receiver: receivers[0]?.organisationId ?? 'welfare',
  });
  const save = useSaving(personId, asked, onDone);
  const change = (part: Partial<Asked>): void => setAsked((before) => ({ ...before, ...part }));
  const named = new Map(receivers.map(({ organisationId, organisation }) => [organisationId, organisation]));
  const whom = [
    ...[...named].map(([value, label]) => ({ value, label })),
    ...KINDS.map((value) => ({ value, label: capital(t(`kind.${value}`)) })),
  ];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!(save.isPending || offline)) save.mutate();
      }}
    >
      <p className={styles.label}>{t('form.receiver')}</p>
      <ChipToggles
        label={t('form.receiver')}
        one
        shape="box"
        chips={whom}
        values={[asked.receiver]}
        onChange={([receiver = asked.receiver]) => change({ receiver })}
      />
      <p className={styles.label}>{t('form.purpose')}</p>
      <ChipToggles<ConsentPurpose>
        label={t('form.purpose')}
        one
        shape="box"
        chips={CONSENT_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        values={[asked.purpose]}
        onChange={([purpose = asked.purpose]) => change({ purpose })}
      />
      <p className={styles.label}>{t('form.giver')}</p>
      <ChipToggles<ConsentGiver>
        label={t('form.giver')}
        one
        shape="box"
        chips={CONSENT_GIVERS.map((value) => ({ value, label: t(`giver.${value}`) }))}
        values={[asked.giver]}
        onChange={([giver = asked.giver]) => change({ giver })}
      />
      <p className={styles.quiet}>{t(offline ? 'offline' : 'form.line')}</p>
      <div className={styles.acts}>
        <Button submit look="primary" busy={save.isPending} blocked={offline}>
          {t('form.save')}
        </Button>
        <Button onPress={onDone}>{t('form.leave')}</Button>
      </div>
      <Refused problem={save.error} />
    </form>
  );
};
