import { type JSX, type ReactElement, useState } from 'react';
import type { Why } from '#tower/contract.ts';
import { serverNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Age } from '#web/design/Age.tsx';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import type { SumFacts } from '#web/design/Sum.tsx';
import { SumPopover } from '#web/design/SumPopover.tsx';
import { STATES } from '#web/design/states.ts';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { type BoardLine, bedCounts, isUnknown } from './board-lines.ts';
import { DoubtButton } from './DoubtButton.tsx';
import { useBoardWords } from './use-board-words.ts';
import styles from './WhyPopover.module.css';

type Shown = 'sum' | 'beds' | 'wrong';

/** Opened at the foot of the page the list would lie below it. */
const intoView = (list: HTMLElement | null): void => list?.scrollIntoView({ block: 'nearest' });

const BedList = ({ why }: { why: Why }): JSX.Element => {
  const language = currentLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    <ul ref={intoView} className={styles.beds} tabIndex={0}>
      {why.beds.map((bed) => (
        <li key={bed.placeId}>
          <StateMark state={bed.state} size={13} />
          <b>{bed.code}</b>
          <span>{bed.text[language]}</span>
        </li>
      ))}
    </ul>
  );
};

/** Where the number came from: its age, what the word means, and the beds or the phone when asked for. */
const Source = ({
  line,
  why,
  shown,
}: {
  line: BoardLine;
  why: Why | undefined;
  shown: Shown;
}): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const asOf = line.origin.asOf;
  const lastKnown = why?.lastKnown ?? null;
  return (
    <>
      <Age {...line.origin} sourceWord />
      {lastKnown !== null && asOf !== null && (
        <p>{t('why.lastKnown', { count: lastKnown, moment: format.moment(asOf, serverNow()) })}</p>
      )}
      {shown === 'sum' && why !== undefined && <p>{why.definition[currentLanguage()]}</p>}
      {shown === 'beds' && why !== undefined && <BedList why={why} />}
      {shown === 'wrong' && (
        <div className={styles.wrong}>
          <p>{t('why.callWard', { site: line.site.name })}</p>
          <ButtonLink to={telephone(line.site.phone)} look="call" icon="phone">
            {line.site.phone}
          </ButtonLink>
          <DoubtButton line={line} />
        </div>
      )}
    </>
  );
};

/** The sum of a line. The row of beds already holds the whole sum, so it stands at once; the server adds the reasons. */
const useFacts = (line: BoardLine, why: Why | undefined, source: JSX.Element): SumFacts => {
  const t = useText('board');
  const words = useBoardWords();
  const language = currentLanguage();
  const { row, site } = line;
  const counts = bedCounts(row.beds);
  const unknown = isUnknown(line, serverNow());
  const ownLines = STATES.filter((state) => state !== 'free' && (counts[state] ?? 0) > 0).map((state) => ({
    state,
    label: t(`why.minus.${state}`),
    count: counts[state] ?? 0,
  }));
  const said = why?.lines.find(({ state }) => state === 'free')?.text[language];
  return {
    title: unknown ? t('why.titleUnknown') : t('why.title', { count: row.free ?? 0 }),
    about: t('why.about', { site: site.name, product: words.short(row.product) }),
    total: { label: t('why.total'), count: why?.total ?? row.beds.length },
    lines:
      why?.lines
        .filter(({ state, count }) => state !== 'free' && count > 0)
        .map((each) => ({ state: each.state, label: each.text[language], count: each.count })) ?? ownLines,
    result: unknown
      ? { state: 'unknown', label: t('why.unknown'), count: null }
      : { state: 'free', label: said ?? t('why.free'), count: why?.free ?? row.free },
    source,
  };
};

const Acts = ({
  shown,
  why,
  onShow,
}: {
  shown: Shown;
  why: Why | undefined;
  onShow: (shown: Shown) => void;
}): JSX.Element => {
  const t = useText('board');
  return (
    <>
      <Button
        look="primary"
        expanded={shown === 'beds'}
        blocked={why === undefined}
        onPress={() => onShow(shown === 'beds' ? 'sum' : 'beds')}
      >
        {t('why.showBeds')}
      </Button>
      <Button expanded={shown === 'wrong'} onPress={() => onShow(shown === 'wrong' ? 'sum' : 'wrong')}>
        {t('why.wrong')}
      </Button>
    </>
  );
};

const Opened = ({
  line,
  onClose,
  children,
}: {
  line: BoardLine;
  onClose: () => void;
  children: ReactElement;
}): JSX.Element => {
  const [shown, setShown] = useState<Shown>('sum');
  const { row } = line;
  useFocusBack();
  const { data } = useRead<Why>(`/api/v1/board/why?site=${row.siteId}&product=${row.product}`, ['board']);
  const why = data?.body.siteId === row.siteId && data.body.product === row.product ? data.body : undefined;
  const facts = useFacts(line, why, <Source line={line} why={why} shown={shown} />);
  return (
    <SumPopover
      facts={facts}
      opened
      onChange={(opened) => {
        if (!opened) onClose();
      }}
      openedElsewhere
      actions={<Acts shown={shown} why={why} onShow={setShown} />}
    >
      {children}
    </SumPopover>
  );
};

/** "Waarom 2 vrij?" of one line, pointing at `children`; the button that opens it stands elsewhere in the line. */
export const WhyPopover = ({
  line,
  opened,
  onClose,
  children,
}: {
  line: BoardLine;
  opened: boolean;
  onClose: () => void;
  children: ReactElement;
}): JSX.Element =>
  opened ? (
    <Opened line={line} onClose={onClose}>
      {children}
    </Opened>
  ) : (
    children
  );
