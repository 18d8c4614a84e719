import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { type AddressRules, checkAddress, isPublic } from './address.ts';
import { hostileResolve, payloads } from './payloads.fixture.ts';

const OUTSIDE = '93.184.216.34';
const rules = (change: Partial<AddressRules> = {}): AddressRules => ({
  ports: [],
  loopback: false,
  resolve: async () => [OUTSIDE],
  ...change,
});
const codeOf = async (text: string, change: Partial<AddressRules> = {}): Promise<string> => {
  const checked = await checkAddress(text, rules(change));
  return checked.ok ? `ok ${checked.value.ip}` : checked.refusal.code;
};

describe('an address for a webhook', () => {
  it('known bug 33, a subscription URL that is not validated: no way of writing an inside address is let through', async () => {
    const all = payloads(8443);
    expect(all.length).toBeGreaterThan(1_117);
    const passed: string[] = [];
    for (const url of all)
      if ((await codeOf(url, { resolve: hostileResolve })).startsWith('ok')) passed.push(url);
    expect(passed).toEqual([]);
  });

  it.each([
    ['https://koppeling.example/aan', `ok ${OUTSIDE}`],
    ['https://koppeling.example:8443/aan?x=1', `ok ${OUTSIDE}`],
    ['https://93.184.216.34/', `ok ${OUTSIDE}`],
    ['https://[2a00:1450:400e:80c::200e]/', 'ok 2a00:1450:400e:80c::200e'],
    ['http://koppeling.example/', 'webhook-not-https'],
    ['ftp://koppeling.example/', 'webhook-not-https'],
    ['javascript:alert(1)', 'webhook-unreadable'],
    ['koppeling', 'webhook-unreadable'],
    ['https://naam:geheim@koppeling.example/', 'webhook-credentials'],
    ['https://koppeling.example:22/', 'webhook-port'],
    ['https://127.0.0.1/', 'webhook-inside'],
  ])('%s is answered with %s', async (url, answer) => {
    expect(await codeOf(url)).toBe(answer);
  });

  it('with one foot inside is refused whole', async () => {
    expect(await codeOf('https://twee.example/', { resolve: async () => [OUTSIDE, '10.0.0.5'] })).toBe(
      'webhook-inside',
    );
  });

  it('that no resolver knows cannot be found', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await codeOf('https://weg.example/', { resolve })).toBe('webhook-not-found');
  });

  it('of this machine is let through for trying out only, and then nothing else inside', async () => {
    expect(await codeOf('http://127.0.0.1:9000/', { loopback: true })).toBe('ok 127.0.0.1');
    expect(await codeOf('http://10.0.0.5:9000/', { loopback: true })).toBe('webhook-inside');
    expect(await codeOf('http://koppeling.example/', { loopback: true })).toBe('webhook-not-https');
  });

  it('on a port the administrator added is let through', async () => {
    expect(await codeOf('https://koppeling.example:9443/', { ports: [9443] })).toBe(`ok ${OUTSIDE}`);
  });

  it('that this machine has itself is inside, public or not', () => {
    const cards = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    expect(cards.filter((card) => isPublic(card.address))).toEqual([]);
  });
});
