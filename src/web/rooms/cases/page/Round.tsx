import { type JSX, useState } from 'react';
import type { CaseView } from '#modules/cases/contract.ts';
import { CASE_PARTS } from '#modules/cases/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Case.module.css';
import { Leave } from './Leave.tsx';
import { OpenParts } from './OpenParts.tsx';
import table from './Round.module.css';
import { TakeIn } from './TakeIn.tsx';
import { useCaseAct } from './use-case-act.ts';

type Helper = CaseView['helpers'][number];

/** One organisation and what it sees; who coordinates opens and shuts with one press, as the person says. */
const Row = ({ of, helper }: { of: CaseView; helper: Helper }): JSX.Element => {
  const t = useText('cases');
  const own = useSignedIn().actor.organisation.id;
  const { act, blocked } = useCaseAct(of.id);
  const leads = of.coordinator.id === own;
  const isCoordinator = helper.id === of.coordinator.id;
  const mayLeave = of.endedAt === null && !isCoordinator && (leads || helper.id === own);
  return (
    <tr>
      <th scope="row">
        {helper.name} {isCoordinator && <span className={styles.tag}>{t('round.coordinator')}</span>}
        <Refused problem={act.error} />
      </th>
      {helper.parts === undefined ? (
        <td colSpan={CASE_PARTS.length} className={styles.aside}>
          {t('round.unsaid')}
        </td>
      ) : (
        <OpenParts
          name={helper.name}
          open={helper.parts}
          {...(leads && !isCoordinator && of.endedAt === null
            ? {
                blocked: blocked || act.isPending,
                onChange: (parts) =>
                  act.mutate({
                    ...{ method: 'PUT' as const, path: `helpers/${helper.id}`, body: { parts } },
                    done: t('round.changed', { name: helper.name }),
                  }),
              }
            : {})}
        />
      )}
      <td>{mayLeave && <Leave of={of} helper={helper} />}</td>
    </tr>
  );
};

/** Who is in it and who sees what: one table, so that nobody has to guess. */
export const Round = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const leads = useSignedIn().actor.organisation.id === of.coordinator.id;
  const [taking, setTaking] = useState(false);
  return (
    <Panel title={t('round.title')}>
      <table className={table.who}>
        <thead>
          <tr>
            <th scope="col">{t('round.who')}</th>
            {CASE_PARTS.map((part) => (
              <th key={part} scope="col">
                {t(`part.${part}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {of.helpers.map((helper) => (
            <Row key={helper.id} of={of} helper={helper} />
          ))}
        </tbody>
      </table>
      <p className={table.consent}>{t('round.consent')}</p>
      {leads && of.endedAt === null && !taking && (
        <Button icon="user-round-plus" onPress={() => setTaking(true)}>
          {t('take.open')}
        </Button>
      )}
      {taking && <TakeIn of={of} onDone={() => setTaking(false)} />}
    </Panel>
  );
};
