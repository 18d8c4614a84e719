import { Link } from '@tanstack/react-router';
import type { JSX, RefCallback } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { Age } from '#web/design/Age.tsx';
import { BedRow } from '#web/design/BedRow.tsx';
import { ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './BoardCards.module.css';
import type { Choosing } from './BoardTable.tsx';
import { type BoardGroup, type BoardLine, bedCounts, isUnknown } from './board-lines.ts';
import { useBoardWords } from './use-board-words.ts';
import { WhyPopover } from './WhyPopover.tsx';

/** What one must know before calling: how far, until when; a full house says when somebody leaves. */
const useSecond = (line: BoardLine, now: Instant): string => {
  const t = useText('board');
  const format = useFormat();
  const words = useBoardWords();
  const { row, km, site } = line;
  const where = km === null ? site.town : format.distance(km);
  const [day, days] = row.soon ?? [0, 0];
  const then = (): string | null => {
    if ((row.free ?? 0) > 0) return words.admissionBrief(row, now);
    if (day > 0) return t('card.comesDay', { count: day });
    return days > 0 ? t('card.comesDays', { count: days }) : null;
  };
  const rest = isUnknown(line, now) ? null : then();
  return rest === null ? where : t('card.and', { where, rest });
};

const Card = ({
  line,
  now,
  whyOpened,
  onWhy,
}: {
  line: BoardLine;
  now: Instant;
  whyOpened: boolean;
  onWhy: (key: string | null) => void;
}): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  const second = useSecond(line, now);
  const { row, site, origin } = line;
  const unknown = isUnknown(line, now);
  const about = t('row.about', { site: site.name, product: words.short(row.product) });
  return (
    <li className={styles.card}>
      <div className={styles.site}>
        <Link to="/afdeling/$unitId" params={{ unitId: row.unitId }} className={styles.name}>
          {site.name}
        </Link>
        <span className={styles.second}>{second}</span>
      </div>
      <div className={styles.free}>
        {unknown && (
          <ButtonLink
            to={telephone(site.phone)}
            look="call"
            icon="phone"
            label={t('row.callSite', { site: site.name })}
          >
            {t('row.call')}
          </ButtonLink>
        )}
        <WhyPopover line={line} opened={whyOpened} onClose={() => onWhy(null)}>
          <span>
            <FreeBox
              {...origin}
              large
              count={unknown ? null : row.free}
              onOpen={() => onWhy(line.key)}
              label={t('row.whyAbout', { about })}
            />
          </span>
        </WhyPopover>
      </div>
      <span className={styles.beds}>
        <BedRow counts={unknown ? { unknown: row.beds.length } : bedCounts(row.beds)} size={9} />
      </span>
      <span className={styles.age}>
        <Age {...origin} brief />
      </span>
    </li>
  );
};

/** The board on a phone: the same lines as cards, the number first. */
export const BoardCards = ({
  groups,
  now,
  choosing,
  list,
}: {
  groups: readonly BoardGroup[];
  now: Instant;
  choosing: Choosing;
  list: RefCallback<HTMLElement>;
}): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  return (
    <div ref={list} className={styles.board}>
      {groups.map((group) => (
        <section key={group.product} aria-label={words.short(group.product)}>
          <div className={styles.head}>
            <h2>{words.short(group.product)}</h2>
            <p className={cx(styles.sum, group.free === 0 && styles.none)}>
              {t('group.free', { count: group.free })}
            </p>
          </div>
          <ul className={styles.cards}>
            {group.lines.map((line) => (
              <Card
                key={line.key}
                line={line}
                now={now}
                whyOpened={choosing.why === line.key}
                onWhy={choosing.onWhy}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
