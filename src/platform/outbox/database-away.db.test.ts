import pg from 'pg';
import { expect, it } from 'vitest';
import { openPostOffice, PATIENT } from './post-office.fixture.ts';

it('a database that goes away while a message is carried takes nobody along; the message goes when it is back', async () => {
  const office = await openPostOffice();
  const { host, port, user = '', database = '' } = office.owner;
  const beside = new pg.Client({ host, port, user, database: 'postgres' });
  await beside.connect();
  const reachable = (yes: boolean) => beside.query(`alter database "${database}" allow_connections ${yes}`);
  let carried = 0;
  let arrive = (): void => undefined;
  const away = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const message = office.message();
  await office.post([message]);
  office.work({
    async mail() {
      carried += 1;
      if (carried === 1) await away;
      return { kind: 'taken', status: 'told' };
    },
  });
  await expect.poll(() => carried, PATIENT).toBe(1);
  await reachable(false);
  await office.owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  arrive();
  // Long enough for who was carrying to find out; an error that nobody hears fails the run.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await reachable(true);
  await expect.poll(() => office.stateOf(message), { ...PATIENT, timeout: 30_000 }).toBe('sent');
  await beside.end();
  await office.close();
});
