import type { Professional, Role } from '#modules/region/types.ts';
import { fixedId } from './fixed-id.ts';
import { organisationId } from './organisations.ts';
import { SITES, siteOf, unitOf } from './sites.ts';

const LIST: readonly [
  role: Role,
  name: string,
  organisation: string,
  site: string | null,
  unit: string | null,
  phone: string,
][] = [
  ['gp', 'S. Hoving', 'vaartzicht', 'vaartzicht', null, '0592-00 17 20'],
  ['gp', 'J. Bontekoe', 'de-es', 'de-es', null, '0592-00 17 40'],
  ['gp', 'A. Nijstad', 'de-kolk', 'de-kolk', null, '0592-00 17 60'],
  ['gp-assistant', 'I. Wubs', 'vaartzicht', 'vaartzicht', null, '0592-00 17 21'],
  ['gp-assistant', 'L. Hamming', 'de-es', 'de-es', null, '0592-00 17 41'],
  ['transfer-nurse', 'M. Dekens', 'asserland', 'asserland', null, '0592-00 30 20'],
  ['transfer-nurse', 'P. Roelvink', 'asserland', 'asserland', null, '0592-00 30 22'],
  ['desk', 'R. Eising', 'loket', null, null, '0592-00 41 00'],
  ['desk', 'T. Schuiling', 'loket', null, null, '0592-00 41 01'],
  ['ward', 'R. Aalders', 'veldzicht', 'peelo', 'peelo-lijsterbes', '0592-00 41 43'],
  ['ward', 'D. Kremers', 'veldzicht', 'peelo', 'peelo-zuid', '0592-00 41 44'],
  ['ward', 'H. Speelman', 'de-vaart', 'kanaalhuis', 'kanaalhuis-waterkant', '0592-00 41 11'],
  ['ward', 'N. Buter', 'de-vaart', 'kanaalhuis', 'kanaalhuis-sluis', '0592-00 41 12'],
  ['ward', 'G. Timmer', 'esdoorn', 'larikshof', 'larikshof-linde', '0592-00 41 21'],
  ['ward', 'E. Kamps', 'esdoorn', 'marsdijk', 'marsdijk-weide', '0592-00 41 22'],
  ['ward', 'W. Hilbrands', 'noorderbrink', 'rolde', 'rolde-brinkzijde', '0592-00 41 36'],
  ['ward', 'F. Oldeman', 'noorderbrink', 'weerhuis', 'weerhuis-hunze', '0592-00 41 38'],
  ['ward', 'B. Zantinge', 'noorderbrink', 'kloosterhof', 'kloosterhof-gaarde', '0592-00 41 39'],
  ['ward', 'J. Egberts', 'lichtpunt', 'lichtpunt', 'lichtpunt', '0592-00 41 51'],
  ['ward', 'C. Weits', 'veldzicht', 'havezate', 'havezate-es', '0592-00 41 42'],
  ['elderly-doctor', 'dr. K. Bruinsma', 'veldzicht', 'peelo', null, '0592-00 41 46'],
  ['elderly-doctor', 'dr. M. Wolthers', 'de-vaart', 'kanaalhuis', null, '0592-00 41 13'],
  ['elderly-doctor', 'dr. A. Pepping', 'esdoorn', 'marsdijk', null, '0592-00 41 26'],
  ['elderly-doctor', 'dr. H. Lubberts', 'noorderbrink', 'weerhuis', null, '0592-00 41 34'],
  ['elderly-doctor', 'dr. S. Tonckens', 'lichtpunt', 'lichtpunt', null, '0592-00 41 52'],
  ['region-manager', 'C. Meems', 'loket', null, null, '0592-00 41 02'],
  ['ward', 'A. Kuipers', 'brede-vaart', null, null, '0592-00 52 00'],
  ['ward', 'L. Hummel', 'naoberschap', null, null, '0592-00 53 00'],
  ['ward', 'G. Santing', 'naoberschap', 'beuk', 'beuk-logeren', '0592-00 41 35'],
  ['security-officer', 'Y. Wanders', 'veldzicht', null, null, '0592-00 41 47'],
  ['security-officer', 'O. Tiems', 'asserland', null, null, '0592-00 30 24'],
  ['security-officer', 'V. Drent', 'loket', null, null, '0592-00 41 03'],
  ['specialist', 'dr. M. Rozendal', 'asserland', 'asserland', null, '0592-00 55 10'],
  ['specialist', 'dr. F. Haverkate', 'asserland', 'asserland', null, '0592-00 55 12'],
  ['day-planner', 'J. Veldkamp', 'esdoorn', 'marsdijk', 'marsdijk-thuiskamer', '0592-00 41 27'],
  ['day-nurse', 'R. Abbring', 'esdoorn', 'marsdijk', 'marsdijk-thuiskamer', '0592-00 41 28'],
  ['day-nurse', 'M. Kamphuis', 'esdoorn', 'marsdijk', 'marsdijk-thuiskamer', '0592-00 41 29'],
  ['day-planner', 'A. Duinkerken', 'noorderbrink', 'weerhuis', 'weerhuis-thuiskamer', '0592-00 41 33'],
  ['day-nurse', 'W. Roossien', 'noorderbrink', 'weerhuis', 'weerhuis-thuiskamer', '0592-00 41 32'],
  ['welfare-worker', 'M. Oosting', 'naoberschap', null, null, '0592-00 53 01'],
  ['welfare-worker', 'N. Karsten', 'grip', null, null, '0592-00 54 01'],
];

/** Who works in the practice region; the first of a role is the one that is picked by role. Invented people. */
export const PROFESSIONALS: readonly Professional[] = LIST.map(
  ([role, name, organisation, site, unit, phone], n) => ({
    id: fixedId('professional', n + 1),
    organisationId: organisationId(organisation),
    siteId: site === null ? null : siteOf(site).id,
    unitId: unit === null ? null : unitOf(unit).id,
    name,
    role,
    phone,
  }),
);

/** Finds the one who would really do it, and passes over who is busy as long as there is a colleague. */
export interface Cast {
  /** Who answers for a ward: its own nurse, else one of the same site, else of the same organisation. */
  ward(unitId: string): Professional;
  /** The doctor who takes over, as written on an acceptance. */
  doctor(organisationId: string): string;
  /** Everybody in these roles, those who are not busy first. */
  anyOf(roles: readonly Role[]): Professional[];
}

const nearest = (ward: Professional, unit: { readonly id: string; readonly siteId: string }): number => {
  if (ward.unitId === unit.id) return 0;
  return ward.siteId === unit.siteId ? 1 : 2;
};

/** Opens the cast; `busy` are people a visitor plays at this moment. */
export const openCast = (
  units: readonly { readonly id: string; readonly siteId: string }[],
  busy: ReadonlySet<string> = new Set(),
): Cast => {
  const owner = (siteId: string): string => SITES.find((site) => site.id === siteId)?.organisationId ?? '';
  const doctors = PROFESSIONALS.filter(({ role }) => role === 'elderly-doctor');
  const weight = (who: Professional): number => (busy.has(who.id) ? 10 : 0);
  return {
    ward(unitId) {
      const unit = units.find((each) => each.id === unitId);
      const colleagues = PROFESSIONALS.filter(
        (each) =>
          (each.role === 'ward' || each.role === 'elderly-doctor') &&
          each.organisationId === owner(unit?.siteId ?? ''),
      );
      const order = (who: Professional): number =>
        (unit === undefined ? 0 : nearest(who, unit)) + (who.role === 'ward' ? 0 : 5) + weight(who);
      const [first] = colleagues.toSorted((a, b) => order(a) - order(b));
      if (first === undefined) throw new Error(`nobody of the practice region answers for unit ${unitId}`);
      return first;
    },
    // A house of welfare has no doctor of its own: a colleague from care looks in.
    doctor: (organisation) =>
      (doctors.find(({ organisationId: own }) => own === organisation) ?? doctors[0])?.name ?? '',
    anyOf: (roles) =>
      PROFESSIONALS.filter((each) => roles.includes(each.role)).toSorted((a, b) => weight(a) - weight(b)),
  };
};
