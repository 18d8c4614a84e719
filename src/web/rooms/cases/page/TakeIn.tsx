import { type JSX, useId, useState } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { CASE_PARTS, type CasePart } from '#modules/cases/types.ts';
import type { ConsentGiver } from '#modules/people/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { SaidYes } from './SaidYes.tsx';
import { useCaseAct } from './use-case-act.ts';
import { useOrganisationsToTakeIn } from './use-organisations.ts';

/** Takes an organisation in: which, what it may see, and the yes of the person to it. */
export const TakeIn = ({ of, onDone }: { of: CaseView; onDone: () => void }): JSX.Element => {
  const t = useText('cases');
  const [which, what] = [useId(), useId()];
  const organisations = useOrganisationsToTakeIn(of);
  const { act, blocked } = useCaseAct(of.id);
  const [organisation, setOrganisation] = useState('');
  const [parts, setParts] = useState<readonly CasePart[]>([]);
  const [givenBy, setGivenBy] = useState<ConsentGiver | null>(null);
  useFocusBack();
  const name = organisations.find(({ id }) => id === organisation)?.name ?? t('take.them');
  const ready = organisation !== '' && parts.length > 0 && givenBy !== null && !blocked;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || act.isPending) return;
        const body = { organisation, parts, givenBy };
        act.mutate({ path: 'helpers', body, done: t('take.done', { name }) }, { onSuccess: onDone });
      }}
    >
      <div className={styles.choose}>
        <label htmlFor={which}>{t('take.which')}</label>
        <select
          id={which}
          value={organisation}
          onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
        >
          <option value="">{t('take.none')}</option>
          {organisations.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <h3 id={what}>{t('take.parts', { name })}</h3>
      <ChipToggles<CasePart>
        label={t('take.parts', { name })}
        shape="box"
        chips={CASE_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
        values={parts}
        onChange={setParts}
      />
      <SaidYes title={t('take.yes', { name })} value={givenBy} onChange={setGivenBy} />
      <Refused problem={act.error} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={act.isPending} blocked={!ready}>
          {t('take.do')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('open.stop')}
        </Button>
      </div>
    </form>
  );
};
