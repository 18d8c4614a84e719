import { lookup } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import ipaddr from 'ipaddr.js';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { AddressCode } from './refusals.ts';

/** All addresses behind a name, as text. Throws when there are none. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** What this installation allows beyond https on 443 and 8443 at a public address. */
export interface AddressRules {
  /** More ports that may be sent to. */
  readonly ports: readonly number[];
  /** Practice only: http and https to this machine itself, so that a receiver can be tried out. */
  readonly loopback: boolean;
  readonly resolve: Resolve;
}

/** An address that was checked: connect to `ip` and nowhere else, whatever its name answers later. */
export interface CheckedAddress {
  readonly url: URL;
  readonly ip: string;
}

const PORTS = [443, 8443];
/** Azure answers its machines on a public address, and ipaddr.js cannot know. */
const METADATA = new Set(['168.63.129.16']);
const COMPATIBLE: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('::'), 96];

const own = (): Set<string> =>
  new Set(Object.values(networkInterfaces()).flatMap((cards) => (cards ?? []).map((card) => card.address)));

/** May a message go to this address? Only plain unicast of the internet: not ourselves, not a network behind us. @internal */
export const isPublic = (ip: string): boolean => {
  if (!ipaddr.isValid(ip) || METADATA.has(ip) || own().has(ip)) return false;
  const parsed = ipaddr.parse(ip);
  // IPv4 in a coat of IPv6 (`::10.0.0.5`) counts as unicast for the library.
  if (parsed.kind() === 'ipv6' && (parsed as ipaddr.IPv6).match(COMPATIBLE)) return false;
  return parsed.range() === 'unicast';
};

const isLoopback = (ip: string): boolean => ipaddr.isValid(ip) && ipaddr.parse(ip).range() === 'loopback';

/** The name or number in a URL, without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** The words of an address, before anybody is asked where it is. */
const readAddress = (text: string, rules: AddressRules): Result<URL, Refusal<AddressCode>> => {
  const url = URL.parse(text);
  if (url === null || url.hostname === '') return refuse({ code: 'webhook-unreadable' });
  if (url.protocol !== 'https:' && !(rules.loopback && url.protocol === 'http:'))
    return refuse({ code: 'webhook-not-https' });
  if (url.username !== '' || url.password !== '') return refuse({ code: 'webhook-credentials' });
  return ok(url);
};

const whereIs = async (host: string, resolve: Resolve): Promise<readonly string[]> => {
  if (ipaddr.isValid(host)) return [host];
  try {
    return await resolve(host);
  } catch {
    return [];
  }
};

/**
 * Reads an address and finds where it is, once. Every address behind the name must be public: a name with one foot
 * inside is refused whole.
 */
export const checkAddress = async (
  text: string,
  rules: AddressRules,
): Promise<Result<CheckedAddress, Refusal<AddressCode>>> => {
  const read = readAddress(text, rules);
  if (!read.ok) return read;
  const url = read.value;
  const ips = await whereIs(hostOf(url), rules.resolve);
  const [ip] = ips;
  if (ip === undefined) return refuse({ code: 'webhook-not-found' });
  if (rules.loopback && ips.every(isLoopback)) return ok({ url, ip });
  if (!ips.every(isPublic)) return refuse({ code: 'webhook-inside' });
  if (url.protocol !== 'https:') return refuse({ code: 'webhook-not-https' });
  const port = url.port === '' ? 443 : Number(url.port);
  if (![...PORTS, ...rules.ports].includes(port)) return refuse({ code: 'webhook-port', params: { port } });
  return ok({ url, ip });
};

/** Asks the machine's own resolver. */
export const machineResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);
