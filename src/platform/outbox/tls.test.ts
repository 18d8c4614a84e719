import { createServer as createHttps, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAddress } from './address.ts';
import { getFrom } from './get.ts';
import { sendLetter } from './mail.ts';
import { postTo } from './post.ts';
import { NOBODYS } from './tls.fixture.ts';

const RULES = { ports: [], loopback: true, resolve: async () => [] };
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

const listening = async (server: Server, host: string): Promise<number> => {
  servers.push(server);
  await new Promise<void>((open) => server.listen(0, host, open));
  return (server.address() as AddressInfo).port;
};

/** A receiver that takes everything, and what it got. */
const receiver = async (more: ServerOptions = {}) => {
  const got: string[] = [];
  const server = createHttps({ ...NOBODYS, ...more }, (request, response) => {
    got.push(request.url ?? '');
    response.end('{}');
  });
  return { got, url: `https://127.0.0.1:${await listening(server, '127.0.0.1')}/` };
};

const checked = async (url: string) => {
  const address = await checkAddress(url, RULES);
  if (!address.ok) throw new Error(address.refusal.code);
  return address.value;
};
const never = new AbortController().signal;

describe('what leaves this machine', () => {
  it('goes to no receiver whose certificate nobody vouches for', async () => {
    const { got, url } = await receiver();
    expect(await postTo(await checked(url), '{}', {}, never)).toEqual({
      taken: false,
      status: 'certificate',
    });
    expect(await getFrom(await checked(url), {}, never)).toBeNull();
    expect(got).toEqual([]);
  });

  it('goes to no receiver that speaks an old TLS only', async () => {
    const { got, url } = await receiver({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1' });
    expect(await postTo(await checked(url), '{}', {}, never)).toMatchObject({ taken: false });
    expect(got).toEqual([]);
  });

  /** A mail server that does not know how to encrypt, and what it was told. */
  const plainMail = async (host: string) => {
    const told: string[] = [];
    const server = createTcp((socket) => {
      socket.write('220 mail\r\n');
      socket.on('error', () => undefined);
      socket.on('data', (part) => {
        const said = part.toString();
        told.push(said);
        // A letter says nothing that is answered until the line with a point.
        if (/^DATA\r\n/m.test(said)) socket.write('354 go\r\n');
        else if (/^STARTTLS/m.test(said)) socket.write('502 what\r\n');
        else if (/^(EHLO|HELO|MAIL|RCPT|QUIT)|^\.\r\n/m.test(said)) socket.write('250 ok\r\n');
      });
    });
    return { told, url: `smtp://${host}:${await listening(server, host)}` };
  };
  const letter = { to: 'arts@example.nl', subject: 'Een bericht', text: 'https://toren.example/geheim' };
  const send = (smtpUrl: string) => sendLetter({ smtpUrl, from: 'toren@example.nl' }, letter, 'one');

  it('as a letter goes encrypted, or not at all; to a mail server on this machine it may go as it is', async () => {
    const [other, here] = [await plainMail('127.0.0.2'), await plainMail('127.0.0.1')];
    expect((await send(other.url)).kind).toBe('not-now');
    expect(other.told.join('\n')).not.toMatch(/geheim|arts@/);
    expect((await send(here.url)).kind).toBe('taken');
    expect(here.told.join('\n')).toContain('geheim');
  });
});
