import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { MailAddresses } from './contract.ts';

/** Addresses of organisations and their wards, of one organisation or (null) of all. */
export const mailAddresses = (tx: Tx, organisationId: string | null): Promise<MailAddresses['addresses']> =>
  rows(
    tx,
    `select o.id as "organisationId", null::uuid as "unitId", o.name, o.email
     from region_organisation o where $1::uuid is null or o.id = $1
     union all
     select v.organisation_id, v.unit_id, v.site_name || ', ' || v.unit_name, u.email
     from region_unit_view v join region_unit u on u.id = v.unit_id where $1::uuid is null or v.organisation_id = $1
     order by 3, 2 nulls first`,
    [organisationId],
  );

/** Changes the address of a ward (or, without one, of the organisation); false when it is not theirs. */
export const setMailAddress = async (
  tx: Tx,
  of: { readonly organisationId: string; readonly unitId: string | null },
  email: string | null,
): Promise<boolean> =>
  of.unitId === null
    ? (await first(tx, 'update region_organisation set email = $2 where id = $1 returning id', [
        of.organisationId,
        email,
      ])) !== null
    : (await first(
        tx,
        `update region_unit set email = $3 where id = $2
           and site_id in (select id from region_site where organisation_id = $1) returning id`,
        [of.organisationId, of.unitId, email],
      )) !== null;
