import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { AccountsList, Invited } from '#modules/accounts/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Choose } from './Choose.tsx';
import { ShownLink } from './ShownLink.tsx';
import styles from './Users.module.css';
import { usePlaces } from './use-places.ts';

type Role = z.infer<typeof AccountsList>['roles'][number];

interface Asked {
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly place: string;
  readonly administrator: boolean;
}

const NOBODY: Asked = { name: '', email: '', role: null, place: '', administrator: false };

const Fields = ({
  roles,
  asked,
  change,
  wrong,
}: {
  roles: readonly Role[];
  asked: Asked;
  change: (part: Partial<Asked>) => void;
  wrong: string | null;
}): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const { actor } = useSignedIn();
  const { places } = usePlaces(actor.organisation.id);
  return (
    <>
      <TextField
        label={t('invite.name')}
        autoComplete="off"
        maxLength={120}
        value={asked.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={t('invite.email')}
        hint={t('invite.emailHint')}
        error={wrong}
        type="email"
        autoComplete="off"
        value={asked.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <Choose
        label={t('invite.role')}
        none={t('invite.choose')}
        options={roles.map((role) => ({ value: role, label: words(`role.${role}`) }))}
        value={asked.role ?? ''}
        onChange={(role) => change({ role: roles.find((each) => each === role) ?? null })}
      />
      {places.length > 0 && (
        <Choose
          label={t('invite.place')}
          none={asked.role === 'ward' ? t('invite.choosePlace') : t('invite.wholeOrganisation')}
          options={places}
          value={asked.place}
          onChange={(place) => change({ place })}
        />
      )}
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={asked.administrator}
          onChange={(event) => change({ administrator: event.currentTarget.checked })}
        />
        <span>
          {t('invite.administrator')}
          <small>{t('invite.administratorLine')}</small>
        </span>
      </label>
    </>
  );
};

/** Asks somebody of one's own organisation; the link that comes of it is shown once. */
export const Invite = ({ roles }: { roles: readonly Role[] }): JSX.Element => {
  const t = useText('accounts');
  const language = currentLanguage();
  const [asked, setAsked] = useState<Asked>(NOBODY);
  const [made, setMade] = useState<z.infer<typeof Invited> | null>(null);
  const { actor } = useSignedIn();
  const { bodyOf } = usePlaces(actor.organisation.id);
  const { busy, problem, act } = useAct<z.infer<typeof Invited>>();
  const change = (part: Partial<Asked>): void => setAsked({ ...asked, ...part });
  const ready =
    asked.name.trim() !== '' &&
    asked.email.trim() !== '' &&
    asked.role !== null &&
    (asked.role !== 'ward' || asked.place !== '');
  const send = (): void => {
    const { name, email, role, place, administrator } = asked;
    act(
      '/accounts/invitations',
      { name: name.trim(), email: email.trim(), role, administrator, ...bodyOf(place) },
      (answer) => {
        setMade(answer);
        setAsked(NOBODY);
      },
    );
  };
  const wrong = problem?.field('email', language) ?? null;
  return (
    <Panel title={t('invite.title')}>
      {made !== null && (
        <div className={styles.before}>
          <ShownLink link={made.link} email={made.invitation.email} onDone={() => setMade(null)} />
        </div>
      )}
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) send();
        }}
      >
        <Fields roles={roles} asked={asked} change={change} wrong={wrong} />
        {wrong === null && <Refused problem={problem} />}
        <div>
          <Button submit look="primary" icon="user-round-plus" busy={busy} blocked={!ready}>
            {busy ? t('enter.busy') : t('invite.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
};
