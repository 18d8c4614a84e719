import type { JSX } from 'react';
import type { OrderLine } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { PersonFields } from '#web/rooms/placement/request/PersonFields.tsx';
import styles from './OrderForm.module.css';
import { found, peopleIn } from './order-list.ts';
import type { Writing } from './use-order-form.ts';

/** So many letters say enough to look whom the hospital knows already. */
const ENOUGH = 2;
const MOST = 5;

/** For whom: somebody the hospital ordered for before, or entered now. `fixed`: that does not change any more. */
export const WhoFields = ({
  draft,
  change,
  wrong,
  orders,
  fixed,
}: Writing & { orders: readonly OrderLine[]; fixed: boolean }): JSX.Element => {
  const t = useText('orders');
  const { known, person } = draft;
  if (known !== null || fixed) {
    return (
      <div className={styles.known}>
        <Icon name="user-round" size={22} />
        <b>{known?.name ?? person.name}</b>
        {!fixed && (
          <Button look="quiet" size="small" onPress={() => change({ known: null })}>
            {t('who.another')}
          </Button>
        )}
      </div>
    );
  }
  const typed = person.name.trim();
  const people = typed.length < ENOUGH ? [] : peopleIn(found(orders, typed)).slice(0, MOST);
  return (
    <>
      <PersonFields
        person={person}
        faults={[]}
        fresh={person.name === ''}
        wrong={(field) => wrong(field as Parameters<typeof wrong>[0])}
        onChange={(next) => change({ person: next })}
      />
      {people.length > 0 && (
        <div className={styles.people}>
          <p>{t('who.known')}</p>
          {people.map((each) => (
            <Button key={each.id} size="small" icon="user-round" onPress={() => change({ known: each })}>
              {each.name}
            </Button>
          ))}
        </div>
      )}
    </>
  );
};
