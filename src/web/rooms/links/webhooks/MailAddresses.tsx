import { type JSX, useState } from 'react';
import type { MailAddresses as Addresses } from '#modules/region/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Links.module.css';
import { useAct } from './use-links.ts';

type Address = Addresses['addresses'][number];

const Change = ({ address, onDone }: { address: Address; onDone: () => void }): JSX.Element => {
  const t = useText('links');
  const [email, setEmail] = useState(address.email ?? '');
  const { busy, problem, act } = useAct();
  const { organisationId, unitId } = address;
  const field = problem?.field('email', currentLanguage()) ?? null;
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = email.trim();
        act('/mail-addresses', { organisationId, unitId, email: typed === '' ? null : typed }, onDone);
      }}
    >
      <TextField
        label={address.name}
        hint={t('address.hint')}
        error={field}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {field === null && <Refused problem={problem} />}
      <div className={styles.acts}>
        <Button size="small" onPress={onDone}>
          {t('address.keep')}
        </Button>
        <Button submit size="small" look="primary" busy={busy}>
          {t('address.save')}
        </Button>
      </div>
    </form>
  );
};

const Row = ({ address }: { address: Address }): JSX.Element => {
  const t = useText('links');
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <li>
        <Change address={address} onDone={() => setChanging(false)} />
      </li>
    );
  return (
    <li className={styles.address}>
      <span>
        <b>{address.name}</b>
        <span className={styles.path}>{address.email ?? t('address.none')}</span>
      </span>
      <Button
        size="small"
        look="quiet"
        label={`${t('address.change')} ${address.name}`}
        onPress={() => setChanging(true)}
      >
        {t('address.change')}
      </Button>
    </li>
  );
};

/** Where letters go, per ward and organisation; without an address nobody gets one. */
export const MailAddresses = (): JSX.Element | null => {
  const t = useText('links');
  const { data } = useRead<Addresses>('/api/v1/mail-addresses', ['links', 'region']);
  const [sought, setSought] = useState('');
  const all = data?.body.addresses;
  if (all === undefined) return null;
  const shown = all.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const count = all.filter(({ email }) => email !== null).length;
  return (
    <Panel title={t('address.title')}>
      <details className={styles.more}>
        <summary>{t('address.count', { count, of: all.length })}</summary>
        <TextField
          label={t('address.find')}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <ul>
          {shown.map((address) => (
            <Row key={address.unitId ?? address.organisationId} address={address} />
          ))}
        </ul>
      </details>
    </Panel>
  );
};
