import pg from 'pg';
import { ConfigError } from '#platform/config.ts';
import { ALONE } from './locks.ts';

/** As whom somebody logs in, by the address. */
const loginOf = (url: string): { readonly name: string; readonly password: string } => {
  const { username, password } = new URL(url);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/** Whether a login may do more than a server may: become the owner or the guard, make roles, or go round the rows. */
const MORE = `rolsuper or rolbypassrls or rolcreaterole or pg_has_role(oid, 'verkeerstoren_guard', 'member')
  or pg_has_role(oid, (select relowner from pg_class where oid = to_regclass('platform_diary')), 'member')`;

const letIn = async (client: pg.Client, name: string, password: string): Promise<void> => {
  const role = client.escapeIdentifier(name);
  const { rows } = await client.query<{ more: boolean; works: boolean }>(
    `select ${MORE} as more, pg_has_role(oid, 'verkeerstoren_app', 'member') as works from pg_roles where rolname = $1`,
    [name],
  );
  const [known] = rows;
  if (known?.more === true)
    throw new ConfigError(
      `The login ${name} of DATABASE_URL may do more than a server may: it can become the owner, make roles or go round row-level security. Choose another one.`,
    );
  if (known === undefined) {
    const secret = password === '' ? '' : ` password ${client.escapeLiteral(password)}`;
    await client.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noinherit${secret}`,
    );
  }
  if (known?.works !== true) await client.query(`grant verkeerstoren_app to ${role}`);
};

/**
 * Makes the login of the server when it is not there: it becomes `verkeerstoren_app` and can become nothing else, so that
 * whatever SQL a fault lets through never runs as the owner. As the owner, on a migrated database. With one address for
 * both, nothing is made.
 */
export const admitServer = async (ownerUrl: string, serverUrl: string): Promise<void> => {
  const { name, password } = loginOf(serverUrl);
  if (name === loginOf(ownerUrl).name) return;
  const client = new pg.Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Two servers that start at once make it once.
    await client.query('select pg_advisory_lock($1)', [ALONE.migrate]);
    await letIn(client, name, password);
  } finally {
    await client.end();
  }
};
