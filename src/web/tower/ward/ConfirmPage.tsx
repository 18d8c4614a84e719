import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useKeys } from '#web/shell/acts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { CloseByReason } from './CloseByReason.tsx';
import styles from './ConfirmPage.module.css';
import { CountLine } from './CountLine.tsx';
import thumb from './UnderThumb.module.css';
import { useWardActs, type WardActs } from './use-ward-acts.ts';
import { WARD_TOPICS, wardPath } from './ward-path.ts';

const SHOWN = ['free', 'soon', 'held', 'closed', 'unknown'] as const;
const NAMED_BEDS = 6;

const Numbers = ({ ward }: { ward: Ward }): JSX.Element => {
  const t = useText('ward');
  const shown = SHOWN.filter((state) => ward.counts[state] > 0 || state === 'free' || state === 'soon');
  return (
    <ul className={cx(thumb.numbers, styles.numbers)}>
      {shown.map((state) => {
        const codes = ward.places.filter((bed) => bed.state === state).map(({ code }) => code);
        const some = codes.slice(0, NAMED_BEDS).join(', ');
        return (
          <CountLine
            key={state}
            state={state}
            count={ward.counts[state]}
            word={t(`counts.${state}`)}
            line={codes.length === 0 ? t('check.none') : t('check.bedList', { codes: some })}
          />
        );
      })}
    </ul>
  );
};

const useLast = (ward: Ward): string => {
  const t = useText('ward');
  const format = useFormat();
  const now = useNow('minute');
  const { asOf, by } = ward.figure;
  if (asOf === null) return t('check.never');
  const moment = format.moment(Date.parse(asOf), now);
  return by === null ? t('check.last', { moment }) : t('check.lastBy', { moment, name: by });
};

const Check = ({ ward, acts }: { ward: Ward; acts: WardActs }): JSX.Element => {
  const t = useText('ward');
  return (
    <div className={cx(thumb.page, styles.page)}>
      <p className={styles.lead}>{t('check.lead')}</p>
      <Numbers ward={ward} />
      <CloseByReason ward={ward} acts={acts} />
      <ProblemNotice problem={acts.problem} />
    </div>
  );
};

const BigButton = ({ ward, acts }: { ward: Ward; acts: WardActs }): JSX.Element => {
  const t = useText('ward');
  const last = useLast(ward);
  const confirm = (): void => {
    if (!acts.busy) void acts.confirm(ward.unit.id, t('confirm.done'));
  };
  useKeys([{ keys: ['b'], does: t('confirm.act'), run: confirm }]);
  return (
    <div className={thumb.foot}>
      <Button look="primary" size="huge" wide icon="check" busy={acts.busy} onPress={confirm}>
        {t(acts.busy ? 'confirm.busy' : 'confirm.act')}
      </Button>
      <p>
        {t('check.as', { unit: ward.unit.name })} {last}
      </p>
    </div>
  );
};

const Unread = ({ unitId, problem }: { unitId: string | null; problem: string | null }): JSX.Element => {
  const t = useText('ward');
  if (unitId !== null && problem === null)
    return <Skeleton grid="60px 1fr" rows={4} late={t('page.loading')} />;
  return (
    <Notice
      kind={unitId === null ? 'empty' : 'failed'}
      icon="bed"
      title={problem ?? t('check.noWard')}
      actions={<ButtonLink to="/bord">{t('check.board')}</ButtonLink>}
    >
      {problem === null ? t('check.noWardLine') : undefined}
    </Notice>
  );
};

/** "Klopt dit nog?" for the ward one works on: the numbers, and one big button. Made for a phone in a hand. */
export const ConfirmPage = (): JSX.Element => {
  const t = useText('ward');
  const { actor } = useSignedIn();
  const unitId = actor.unit?.id ?? null;
  const { data, error } = useRead<Ward>(unitId === null ? null : wardPath(unitId, 1), WARD_TOPICS);
  const acts = useWardActs();
  const ward = data?.body;
  const line =
    ward === undefined
      ? actor.organisation.name
      : t('page.name', { unit: ward.unit.name, site: ward.site.name });
  const own = ward?.own === true;
  return (
    <div className={thumb.whole}>
      <Screen
        title={t('check.title')}
        line={line}
        foot={ward !== undefined && own ? <BigButton ward={ward} acts={acts} /> : undefined}
      >
        {ward !== undefined && own ? (
          <Check ward={ward} acts={acts} />
        ) : (
          <Unread unitId={unitId} problem={error === null ? null : error.sentence(currentLanguage())} />
        )}
      </Screen>
    </div>
  );
};
