import { useMutation } from '@tanstack/react-query';
import { type JSX, useId, useState } from 'react';
import type { ConversationAnswer, ConversationView } from '#modules/social/contract.ts';
import { TALK_PARTS, type TalkPart } from '#modules/social/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Conversation.module.css';
import type { TalkPlace } from './use-talk.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What one organisation may see, part by part; each tick counts at once. */
const Organisation = ({
  of,
  organisation,
  parts,
  place,
}: {
  of: ConversationView;
  organisation: Named;
  parts: readonly TalkPart[];
  place: TalkPlace;
}): JSX.Element => {
  const t = useText('conversation');
  const language = currentLanguage();
  const share = useMutation<ConversationAnswer, Problem, readonly TalkPart[]>({
    mutationFn: (wanted) =>
      call('PUT', `${place.base}/${of.id}/shares`, { organisation: organisation.id, parts: wanted }),
    onSuccess: (_, wanted) => {
      announce(t('share.done', { name: organisation.name, count: wanted.length }));
      return readAgain([place.topic, 'own-consent']);
    },
  });
  const shown = share.isPending ? share.variables : parts;
  return (
    <fieldset className={styles.shares}>
      <legend>{organisation.name}</legend>
      {of.prompts.prompts.map(({ part, name }) => (
        <label key={part} className={styles.tick}>
          <input
            type="checkbox"
            checked={shown.includes(part)}
            disabled={share.isPending}
            onChange={(event) =>
              share.mutate(
                event.currentTarget.checked ? [...parts, part] : parts.filter((each) => each !== part),
              )
            }
          />
          <span>{name[language]}</span>
        </label>
      ))}
      <div className={styles.row}>
        <Button
          blocked={parts.length === TALK_PARTS.length}
          busy={share.isPending}
          onPress={() => share.mutate(TALK_PARTS)}
          label={`${t('share.all')}: ${organisation.name}`}
        >
          {t('share.all')}
        </Button>
        <Button
          blocked={parts.length === 0}
          busy={share.isPending}
          onPress={() => share.mutate([])}
          label={`${t('share.none')}: ${organisation.name}`}
        >
          {t('share.none')}
        </Button>
      </div>
      <ProblemNotice problem={share.error} />
    </fieldset>
  );
};

/** Who may see this: per organisation and per part, said and taken back by the person. */
export const WhoSees = ({
  of,
  organisations,
  place,
}: {
  of: ConversationView;
  organisations: readonly Named[];
  place: TalkPlace;
}): JSX.Element => {
  const t = useText('conversation');
  const id = useId();
  const [chosen, setChosen] = useState<readonly Named[]>([]);
  const shares = of.shares ?? [];
  const shown = [
    ...shares.map(({ organisation }) => organisation),
    ...chosen.filter((each) => !shares.some(({ organisation }) => organisation.id === each.id)),
  ];
  const others = organisations.filter((each) => !shown.some(({ id: known }) => known === each.id));
  return (
    <section className={cx(styles.block, 'screen-only')} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('share.title')}</h2>
      <p>{t(of.finishedAt === null ? 'share.later' : 'share.lead')}</p>
      {shares.length === 0 && chosen.length === 0 && <p className={styles.nothing}>{t('share.nobody')}</p>}
      {shown.map((organisation) => (
        <Organisation
          key={organisation.id}
          of={of}
          organisation={organisation}
          parts={shares.find((each) => each.organisation.id === organisation.id)?.parts ?? []}
          place={place}
        />
      ))}
      {others.length > 0 && (
        <div className={styles.choose}>
          <label htmlFor={id}>{t('share.with')}</label>
          <select
            id={id}
            value=""
            onChange={(event) => {
              const found = others.find((each) => each.id === event.currentTarget.value);
              if (found !== undefined) setChosen([...chosen, found]);
            }}
          >
            <option value="">{t('share.choose')}</option>
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
};
