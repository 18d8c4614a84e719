import { useMutation } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { LinkBody, LinkView } from '#modules/capacity/contract.ts';
import { CLOSURE_REASONS } from '#modules/capacity/types.ts';
import { call, newKey } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { telephone } from '#web/telephone.ts';
import { LinkCounts } from './LinkCounts.tsx';
import styles from './LinkPage.module.css';
import { type Change, NOTHING } from './link-change.ts';
import thumb from './UnderThumb.module.css';

type Reason = LinkBody['reason'];
const REASONS = CLOSURE_REASONS.filter((reason) => reason !== 'maintenance' && reason !== 'other');

const Done = ({ view }: { view: LinkView }): JSX.Element => {
  const t = useText('link');
  return (
    <Notice kind="good" title={t('done')} announce>
      {view.week.placed > 0 ? `${t('doneLine', { count: view.week.placed })} ` : ''}
      {t('closeTab')}
    </Notice>
  );
};

const Asked = ({
  view,
  change,
  onChange,
}: {
  view: LinkView;
  change: Change;
  onChange: (next: Change) => void;
}): JSX.Element => {
  const t = useText('link');
  const ward = useText('ward');
  const format = useFormat();
  const now = useNow('minute');
  const clock = (iso: string): string => format.moment(Date.parse(iso), now);
  return (
    <div className={cx(thumb.page, styles.page)}>
      <p className={styles.lead}>{t('lead', { until: clock(view.until) })}</p>
      {view.doubtedUntil !== null && (
        <Notice kind="conflict" title={t('doubted')}>
          {t('doubtedLine', { until: clock(view.doubtedUntil) })}
        </Notice>
      )}
      <LinkCounts view={view} change={change} onChange={onChange} />
      {change.close > 0 && (
        <section className={styles.why}>
          <h2>{t('why')}</h2>
          <ChipToggles<Reason>
            label={t('why')}
            one
            shape="box"
            chips={REASONS.map((each) => ({ value: each, label: capital(ward(`reason.${each}`)) }))}
            values={[change.reason]}
            onChange={([reason]) => onChange({ ...change, reason: reason ?? change.reason })}
          />
        </section>
      )}
      {view.week.placed > 0 && (
        <p className={styles.brought}>
          <Icon name="trending-up" size={18} />
          {t('brought', { count: view.week.placed })}
        </p>
      )}
    </div>
  );
};

const Failed = ({ problem, phone }: { problem: Problem; phone: string | null }): JSX.Element => {
  const t = useText('link');
  const language = currentLanguage();
  return (
    <Notice
      kind="failed"
      title={problem.sentence(language)}
      announce
      actions={
        phone !== null && (
          <ButtonLink to={telephone(phone)} look="call" icon="phone">
            {t('desk', { phone })}
          </ButtonLink>
        )
      }
    >
      {problem.next(language)}
    </Notice>
  );
};

const Foot = ({
  view,
  busy,
  changed,
  onTap,
}: {
  view: LinkView;
  busy: boolean;
  changed: boolean;
  onTap: () => void;
}): JSX.Element => {
  const t = useText('link');
  return (
    <div className={thumb.foot}>
      <Button look="primary" size="huge" wide icon="check" busy={busy} onPress={onTap}>
        {t(busy ? 'busy' : changed ? 'changed' : 'still')}
      </Button>
      <p>{t('as', { unit: view.unit })}</p>
    </div>
  );
};

/** What a ward opens from the message: its counts, and one big button. No names, no signing in. */
export const LinkPage = (): JSX.Element => {
  const t = useText('link');
  const { token = '' } = useParams({ strict: false }) as { token?: string };
  const path = `/api/v1/links/${encodeURIComponent(token)}`;
  const { data, error } = useRead<LinkView>(path, []);
  const [change, setChange] = useState<Change>(NOTHING);
  const [key] = useState(newKey);
  const tap = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', path, change, { idempotencyKey: key }),
  });
  const view = data?.body;
  const problem = tap.error ?? error;
  const asked = tap.isSuccess ? undefined : view;
  return (
    <div className={thumb.whole}>
      <Screen
        title={t('title')}
        line={view === undefined ? '' : t('line', { unit: view.unit, site: view.site })}
        foot={
          asked === undefined ? undefined : (
            <Foot view={asked} busy={tap.isPending} changed={change !== NOTHING} onTap={() => tap.mutate()} />
          )
        }
      >
        {problem !== null && <Failed problem={problem} phone={view?.deskPhone ?? null} />}
        {view === undefined && problem === null && <Skeleton grid="60px 1fr" rows={4} late={t('loading')} />}
        {view !== undefined && tap.isSuccess && <Done view={view} />}
        {asked !== undefined && <Asked view={asked} change={change} onChange={setChange} />}
      </Screen>
    </div>
  );
};
