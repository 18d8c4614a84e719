import { type JSX, useState } from 'react';
import type { TreatmentList } from '#modules/day-treatment/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { FilePick } from '#web/design/FilePick.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { WithRoom } from '#web/rooms/day-treatment/parts/WithRoom.tsx';
import { saveSheet } from '#web/sheet.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './MoveList.module.css';
import { MoveResult } from './MoveResult.tsx';
import { COLUMNS, exampleOf } from './move-list.ts';
import { useMoveWords } from './use-move-words.ts';
import { type SortedList, useSortList } from './use-sort-list.ts';

/** What stands in the file, column by column, and a file to begin with. */
const InFile = ({ treatments }: { treatments: TreatmentList['treatments'] }): JSX.Element => {
  const t = useText('day-growth');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <div className={styles.acts}>
        <Button
          icon="download"
          blocked={treatments.length === 0}
          onPress={() => saveSheet(t('list.exampleName'), exampleOf(treatments.map(({ code }) => code)))}
        >
          {t('list.example')}
        </Button>
        <Button look="quiet" expanded={opened} onPress={() => setOpened(!opened)}>
          {t('list.inFile')}
        </Button>
      </div>
      {opened && (
        <dl className={styles.columns}>
          {COLUMNS.map((column) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{t(`list.column.${column}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

const Choose = ({
  list,
  treatments,
}: {
  list: SortedList;
  treatments: TreatmentList['treatments'];
}): JSX.Element => {
  const t = useText('day-growth');
  const give = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file !== undefined && !list.busy) list.sort(file);
  };
  return (
    <Panel title={t('list.choose')}>
      <p className={styles.lead}>{t('list.lead')}</p>
      <FilePick drop accept=".csv,.xlsx" busy={list.busy} onPick={give}>
        {list.busy ? t('list.looking', { name: list.file }) : t('list.pick')}
      </FilePick>
      <p className={styles.kept}>
        <Icon name="eye-off" size={17} />
        {t('list.notKept')}
      </p>
      <InFile treatments={treatments} />
    </Panel>
  );
};

const MoveList = ({ tabs }: { tabs: JSX.Element | null }): JSX.Element => {
  const t = useText('day-growth');
  const list = useSortList();
  const read = useRead<TreatmentList>('/api/v1/treatments', ['day-order']);
  const treatments = read.data?.body.treatments ?? [];
  const words = useMoveWords(treatments);
  const { answer } = list;
  return (
    <Screen title={t('list.title')} line={t('list.line')}>
      {tabs}
      <div className={styles.page}>
        <Choose list={list} treatments={treatments} />
        <ProblemNotice problem={list.problem} />
        {answer !== undefined && answer.of === 0 && answer.issues.length === 0 && (
          <Notice kind="empty" title={t('list.empty')} announce>
            {t('list.emptyLine')}
          </Notice>
        )}
        {answer !== undefined && answer.of + answer.issues.length > 0 && (
          <MoveResult answer={answer} words={words} />
        )}
      </div>
    </Screen>
  );
};

/** Who of a hospital's list could be treated nearer home: for the specialist, and for the planner beside the room. */
export const MoveListPage = (): JSX.Element => {
  const { actor } = useSignedIn();
  if (actor.role !== 'day-planner') return <MoveList tabs={null} />;
  return <WithRoom tab="list">{(_room, tabs) => <MoveList tabs={tabs} />}</WithRoom>;
};
