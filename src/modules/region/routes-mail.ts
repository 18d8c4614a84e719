import { ok, refuse } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { MailAddressBody, MailAddresses } from './contract.ts';
import { regionPolicies } from './policy.ts';
import { mailAddresses, setMailAddress } from './store-mail.ts';

/** Who keeps the whole region in order; a ward sees to its own house. */
const KEEPERS = ['desk', 'region-manager'];

const reachOf = (actor: Actor): string | null => (KEEPERS.includes(actor.role) ? null : actor.organisationId);

/** Adds the routes about where the letters of the tower go. The address itself stands in no diary line. */
export const mailAddressRoutes = (door: Door): void => {
  const shared = {
    url: '/api/v1/mail-addresses',
    tag: 'regio',
    policy: regionPolicies.mail,
    answer: MailAddresses,
  };
  read<unknown, unknown, MailAddresses>(door, {
    ...shared,
    summary: 'Waarheen de toren e-mail stuurt',
    looks: nobody,
    run: async ({ tx, actor }) => ok({ addresses: await mailAddresses(tx, reachOf(actor)) }),
  });
  command<unknown, MailAddressBody, MailAddresses>(door, {
    ...shared,
    summary: 'Wijzigt een e-mailadres; null: geen e-mail meer',
    body: MailAddressBody,
    looks: nobody,
    run: async ({ tx, actor, now, body }) => {
      const { organisationId, unitId, email } = body;
      const reach = reachOf(actor);
      if (reach !== null && reach !== organisationId) return refuse({ code: 'not-found' });
      if (!(await setMailAddress(tx, body, email))) return refuse({ code: 'not-found' });
      const event = unitId === null ? 'organisation-written' : 'unit-written';
      const about = { subject: unitId ?? organisationId, unitId, organisationId };
      await record(tx, [{ at: now, room: 'region', event, ...about, actor: actor.id, body: {} }]);
      return ok({ addresses: await mailAddresses(tx, reach) });
    },
  });
};
