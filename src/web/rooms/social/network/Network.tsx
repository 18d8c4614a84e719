import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { AroundBody, AroundView, NetworkView } from '#modules/social/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Network.module.css';
import { NetworkDrawing } from './NetworkDrawing.tsx';
import { PersonForm } from './PersonForm.tsx';

/** Where the conversation is kept that the network belongs to. */
interface NetworkPlace {
  readonly base: string;
  readonly topic: string;
}

/** Whose words are being written: of nobody yet (with the id they will have), or of who stands there. */
interface Writing {
  readonly id: string;
  readonly version: number;
  readonly said: AroundBody | null;
}

const bodyOf = ({ name, bond, near, does, carer }: AroundView): AroundBody => ({
  ...{ name, bond, near, does },
  carer,
});

/** One person in the list: who, how near, what they do, and for who cares how it goes. */
const Person = ({
  person,
  onChange,
  onTakeOut,
}: {
  person: AroundView;
  onChange: (() => void) | null;
  onTakeOut: () => void;
}): JSX.Element => {
  const t = useText('network');
  const { name, bond, near, does, carer } = person;
  return (
    <li>
      <h3>
        {name}
        {bond !== '' && <small> {bond}</small>}
      </h3>
      <p className={styles.quiet}>{t(`nearness.${near}`)}</p>
      {does !== '' && <p>{does}</p>}
      {carer !== null && (
        <div className={styles.caring}>
          <p>
            <b>{t('carer.is')}</b> {t(`load.${carer.load ?? 'not-said'}`)}
          </p>
          {carer.words !== '' && <p>{carer.words}</p>}
          {carer.question !== '' && (
            <p>
              <b>{t('carer.asks')}</b> {carer.question}
            </p>
          )}
        </div>
      )}
      {onChange !== null && (
        <div className={styles.row}>
          <Button look="quiet" icon="pencil" label={t('changeWho', { name })} onPress={onChange}>
            {t('change')}
          </Button>
          <Button look="quiet" icon="x" label={t('takeOutWho', { name })} onPress={onTakeOut}>
            {t('takeOut')}
          </Button>
        </div>
      )}
    </li>
  );
};

/** What is done in a network: keeping somebody, or taking them out. */
const useNetwork = (path: string, topic: string, onKept: () => void) => {
  const t = useText('network');
  const keep = useMutation<AroundView, Problem, Writing & { readonly said: AroundBody }>({
    mutationFn: ({ id, version, said }) => call('PUT', `${path}/${id}`, said, { ifMatch: `"${version}"` }),
    onSuccess: async ({ name }) => {
      announce(t('kept', { name }));
      onKept();
      await readAgain([topic]);
    },
  });
  const takeOut = useMutation<NetworkView, Problem, AroundView>({
    mutationFn: ({ id }) => call('DELETE', `${path}/${id}`),
    onSuccess: async (_, { name }) => {
      announce(t('out', { name }));
      await readAgain([topic]);
    },
  });
  return { keep, takeOut };
};

/** Who stands round the person, drawn and in words; kept by the person, or by who holds the conversation with them. */
export const Network = ({ id, place }: { id: string; place: NetworkPlace }): JSX.Element | null => {
  const t = useText('network');
  const path = `${place.base}/${id}/network`;
  const read = useRead<NetworkView>(path, [place.topic, 'consent']);
  const [writing, setWriting] = useState<Writing | null>(null);
  const { keep, takeOut } = useNetwork(path, place.topic, () => setWriting(null));
  const network = read.data?.body;
  // What is not shared is not there, not even as a heading.
  if (read.error?.status === 404) return null;
  const change = (person: AroundView): void => {
    keep.reset();
    setWriting({ id: person.id, version: person.version, said: bodyOf(person) });
  };
  return (
    <section className={styles.network} aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {network === undefined && <NotRead read={read} grid="1fr" rows={3} />}
      {network?.people.length === 0 && <p className={styles.quiet}>{t('nobody')}</p>}
      {network !== undefined && network.people.length > 0 && (
        <div className={styles.both}>
          <NetworkDrawing people={network.people} />
          <ul className={styles.people}>
            {network.people.map((person) => (
              <Person
                key={person.id}
                person={person}
                onChange={network.writable ? () => change(person) : null}
                onTakeOut={() => takeOut.mutate(person)}
              />
            ))}
          </ul>
        </div>
      )}
      <ProblemNotice problem={takeOut.error} />
      {writing !== null && (
        <PersonForm
          key={writing.id}
          begin={writing.said}
          busy={keep.isPending}
          problem={keep.error}
          onKeep={(said) => keep.mutate({ ...writing, said })}
          onLeave={() => setWriting(null)}
        />
      )}
      {writing === null && network?.writable === true && (
        <div>
          <Button
            size="large"
            icon="plus"
            onPress={() => {
              keep.reset();
              setWriting({ id: newKey(), version: 0, said: null });
            }}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </section>
  );
};
