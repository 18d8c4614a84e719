import type { OrganisationKind, OrganisationRecord } from '#modules/region/types.ts';
import { fixedId } from './fixed-id.ts';

const LIST: readonly [code: string, name: string, kind: OrganisationKind, phone: string][] = [
  ['loket', 'Loket Drentse Aa', 'desk', '0592-00 41 00'],
  ['de-vaart', 'Zorggroep De Vaart', 'care-provider', '0592-00 41 10'],
  ['esdoorn', 'Esdoorn Ouderenzorg', 'care-provider', '0592-00 41 20'],
  ['noorderbrink', 'Noorderbrink', 'care-provider', '0592-00 41 30'],
  ['veldzicht', 'Veldzicht Herstelzorg', 'care-provider', '0592-00 41 40'],
  ['lichtpunt', 'Stichting Het Lichtpunt', 'care-provider', '0592-00 41 50'],
  ['asserland', 'Ziekenhuis Asserland', 'hospital', '0592-00 30 00'],
  ['vaartzicht', 'Praktijk Vaartzicht', 'gp', '0592-00 17 20'],
  ['de-es', 'Praktijk De Es', 'gp', '0592-00 17 40'],
  ['de-kolk', 'Praktijk De Kolk', 'gp', '0592-00 17 60'],
  ['brede-vaart', 'Thuiszorg Brede Vaart', 'home-care', '0592-00 52 00'],
  ['naoberschap', 'Welzijn Naoberschap', 'welfare', '0592-00 53 00'],
  ['grip', 'Grip op Geld', 'welfare', '0592-00 54 00'],
  ['slaapkring', 'De Slaapkring', 'welfare', '0592-00 56 00'],
  ['buurtkamer', 'Buurtkamer Peelo', 'welfare', '0592-00 57 00'],
];

/** Small ones have no account: what waits for them goes to this address. */
const REGISTERED: Readonly<Record<string, string>> = {
  slaapkring: 'post@slaapkring.example',
  buurtkamer: 'koffie@buurtkamer.example',
};

/** Who takes part in the practice region. All invented; none of them exists. */
export const ORGANISATIONS: readonly OrganisationRecord[] = LIST.map(([code, name, kind, phone], n) => ({
  id: fixedId('organisation', n + 1),
  code,
  name,
  kind,
  phone,
  ura: null,
  agb: null,
  party: ['gp', 'hospital', 'care-provider', 'desk'].includes(kind),
  email: REGISTERED[code] ?? null,
}));

/** The id of an organisation by its code. */
export const organisationId = (code: string): string => {
  const found = ORGANISATIONS.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no organisation ${code} in the practice region`);
  return found.id;
};

/** Whose counts are public when the region is opened; the others have not decided yet. */
export const PUBLISHING: readonly string[] = ['veldzicht', 'noorderbrink'].map(organisationId);
