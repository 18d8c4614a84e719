import { expect, it } from 'vitest';
import { comesFromUs, type Proof } from './origin.ts';

const proof = (change: Partial<Proof>): Proof => ({
  method: 'POST',
  host: 'toren.example.nl',
  origin: undefined,
  fetchSite: undefined,
  cookie: true,
  browser: false,
  ...change,
});

it.each<[what: string, change: Partial<Proof>, loose: boolean, strict: boolean]>([
  ['reading, from anywhere', { method: 'GET', fetchSite: 'cross-site' }, true, true],
  ['our own page', { fetchSite: 'same-origin' }, true, true],
  ['somebody who typed the address', { fetchSite: 'none' }, true, true],
  ['a neighbour of ours', { fetchSite: 'same-site' }, false, false],
  ['another site', { fetchSite: 'cross-site', origin: 'https://toren.example.nl' }, false, false],
  ['an older browser on our page', { origin: 'https://toren.example.nl' }, true, true],
  [
    'our page with the port named',
    { origin: 'https://toren.example.nl', host: 'toren.example.nl:443' },
    true,
    true,
  ],
  ['an older browser elsewhere', { origin: 'https://toren.example.nl.evil.example' }, false, false],
  ['another port', { origin: 'https://toren.example.nl:8443' }, false, false],
  ['a page without an origin', { origin: 'null' }, false, false],
  ['no host', { origin: 'https://toren.example.nl', host: undefined }, false, false],
  ['no proof, with a cookie', {}, true, false],
  ['no proof from a browser, with a cookie', { browser: true }, false, false],
  ['no proof, without a cookie', { cookie: false }, true, true],
  ['no proof from a browser, without a cookie', { cookie: false, browser: true }, true, true],
])('%s', (_what, change, loose, strict) => {
  expect([comesFromUs(proof(change), false), comesFromUs(proof(change), true)]).toEqual([loose, strict]);
});
