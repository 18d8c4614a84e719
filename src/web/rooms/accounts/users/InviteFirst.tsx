import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Invited } from '#modules/accounts/contract.ts';
import type { Role } from '#modules/region/types.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Choose } from './Choose.tsx';
import { ShownLink } from './ShownLink.tsx';
import styles from './Users.module.css';
import { useOrganisations, usePlaces } from './use-places.ts';

interface First {
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role | null;
  readonly place: string;
}

const NOBODY: First = { organisationId: '', name: '', email: '', role: null, place: '' };

const Fields = ({ first, change }: { first: First; change: (part: Partial<First>) => void }): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const organisations = useOrganisations();
  const { places } = usePlaces(first.organisationId);
  const roles = organisations.find(({ value }) => value === first.organisationId)?.roles ?? [];
  return (
    <>
      <Choose
        label={t('first.organisation')}
        none={t('first.choose')}
        options={organisations}
        value={first.organisationId}
        onChange={(organisationId) => change({ organisationId, place: '', role: null })}
      />
      <TextField
        label={t('first.name')}
        autoComplete="off"
        maxLength={120}
        value={first.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextField
        label={t('first.email')}
        type="email"
        autoComplete="off"
        value={first.email}
        onChange={(event) => change({ email: event.currentTarget.value })}
      />
      <Choose
        label={t('first.role')}
        none={t('invite.choose')}
        options={roles.map((role) => ({ value: role, label: words(`role.${role}`) }))}
        value={first.role ?? ''}
        onChange={(role) => change({ role: roles.find((each) => each === role) ?? null })}
      />
      {places.length > 0 && (
        <Choose
          label={t('first.place')}
          none={first.role === 'ward' ? t('invite.choosePlace') : t('invite.wholeOrganisation')}
          options={places}
          value={first.place}
          onChange={(place) => change({ place })}
        />
      )}
    </>
  );
};

/** The region manager asks the first administrator of an organisation; from then on it asks its own people. */
export const InviteFirst = (): JSX.Element => {
  const t = useText('accounts');
  const [first, setFirst] = useState<First>(NOBODY);
  const [made, setMade] = useState<z.infer<typeof Invited> | null>(null);
  const { bodyOf } = usePlaces(first.organisationId);
  const { busy, problem, act } = useAct<z.infer<typeof Invited>>();
  const { organisationId, role, place } = first;
  const [name, email] = [first.name.trim(), first.email.trim()];
  const placed = role !== 'ward' || place !== '';
  const ready = organisationId !== '' && name !== '' && email !== '' && role !== null && placed;
  const send = (): void =>
    act(
      '/accounts/invitations',
      { organisationId, name, email, role, administrator: true, ...bodyOf(place) },
      (answer) => {
        setMade(answer);
        setFirst(NOBODY);
      },
    );
  return (
    <Panel title={t('first.title')}>
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
        <p className={form.quiet}>{t('first.line')}</p>
        <Fields first={first} change={(part) => setFirst({ ...first, ...part })} />
        <Refused problem={problem} />
        <div>
          <Button submit look="primary" icon="user-round-plus" busy={busy} blocked={!ready}>
            {busy ? t('enter.busy') : t('first.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
};
