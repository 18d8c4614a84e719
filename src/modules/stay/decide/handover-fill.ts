import type { Day } from '#kernel/calendar.ts';
import type { Product, Property } from '#kernel/product.ts';
import type { Origin, Reason, Trait } from '#modules/placement/types.ts';
import type { HandoverSource, KnownLine } from '#modules/stay/types-handover.ts';
import type { KnownSections } from './handover-missing.ts';
import { fillFromStay, type StayFacts } from './handover-stay.ts';
import {
  dayWords,
  NEED_WORDS,
  ORIGIN_WORDS,
  PRODUCT_WORDS,
  REASON_WORDS,
  TRAIT_WORDS,
} from './handover-words.ts';

/** Who somebody is, as far as a handover tells it. */
interface PersonFacts {
  readonly name: string;
  readonly birthDate: Day;
  readonly sex: string;
  readonly pc4: string | null;
  readonly phone: string | null;
  readonly gpName: string | null;
  readonly kinName: string | null;
  readonly kinPhone: string | null;
}

/** What was asked for them. */
interface RequestFacts {
  readonly code: string;
  readonly reason: Reason;
  readonly product: Product;
  readonly origin: Origin;
  readonly needs: readonly Property[];
  readonly traits: readonly Trait[];
  readonly language: string | null;
  readonly remarks: string;
  readonly wish: string;
}

/** Everything that is known when a handover is begun. */
export interface HandoverFacts {
  readonly person: PersonFacts | null;
  readonly request: RequestFacts;
  /** What was answered in the triage, in words, by question. */
  readonly triage: Readonly<Record<string, string>>;
  /** Where the triage led, in words; null while it is open. */
  readonly outcome: string | null;
  readonly from: { readonly name: string; readonly phone: string | null; readonly writer: string };
  readonly to: {
    readonly name: string;
    readonly phone: string | null;
    readonly doctor: string | null;
  } | null;
  /** Null on the way to a first house. */
  readonly stay: StayFacts | null;
}

const SEX: Readonly<Record<string, string>> = { female: 'vrouw', male: 'man', other: 'anders' };

/** Traits and needs, by the section in which they are looked for. */
const ALERTS = new Set<Trait>(['fall-risk', 'dementia', 'restless']);
const PLAN = new Set<Trait>(['oxygen', 'wound', 'lift']);
const INFECTION = new Set<string>(['mrsa', 'isolation']);

const line = (key: string, source: HandoverSource, text: string | null | undefined): KnownLine[] =>
  text === null || text === undefined || text.trim() === '' ? [] : [{ key, source, text: text.trim() }];

const joined = (parts: readonly (string | null | undefined)[], between = ', '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);

const personLines = ({ person, request, triage }: HandoverFacts): KnownLine[] =>
  person === null
    ? []
    : [
        ...line(
          'person',
          'person',
          joined([
            person.name,
            `geboren ${dayWords(person.birthDate)}`,
            SEX[person.sex],
            person.pc4 === null ? null : `postcode ${person.pc4}`,
            person.phone,
          ]),
        ),
        ...line('gp', 'person', person.gpName === null ? null : `Huisarts: ${person.gpName}`),
        ...line('language', 'request', request.language === null ? null : `Taal: ${request.language}`),
        ...line('wlz', 'triage', triage['wlz']),
      ];

const kinLines = ({ person }: HandoverFacts): KnownLine[] =>
  person?.kinName == null
    ? []
    : line('kin', 'person', `Naaste: ${joined([person.kinName, person.kinPhone])}`);

const alertLines = ({ request: { traits, needs } }: HandoverFacts): KnownLine[] => {
  const infected = [...traits, ...needs].some((each) => INFECTION.has(each));
  return [
    ...line('infection', 'request', infected ? TRAIT_WORDS.mrsa : null),
    ...traits
      .filter((trait) => ALERTS.has(trait))
      .flatMap((trait) => line(trait, 'request', TRAIT_WORDS[trait])),
    ...line('closed-ward', 'request', needs.includes('closed-ward') ? NEED_WORDS['closed-ward'] : null),
  ];
};

const careLines = ({ request: { traits, needs } }: HandoverFacts): KnownLine[] => {
  const words = [
    ...traits.filter((trait) => PLAN.has(trait)).map((trait) => TRAIT_WORDS[trait]),
    ...needs.filter((need) => need !== 'closed-ward' && need !== 'isolation').map((need) => NEED_WORDS[need]),
  ];
  return line('needs', 'request', joined([...new Set(words)]));
};

const homeLines = ({ request: { traits }, triage }: HandoverFacts): KnownLine[] => [
  ...line('home', 'triage', triage['home']),
  ...line('return', 'triage', triage['return']),
  ...line('partner', 'request', traits.includes('partner') ? TRAIT_WORDS.partner : null),
  ...line(
    'home-care',
    'request',
    traits.includes('home-care-needed') ? TRAIT_WORDS['home-care-needed'] : null,
  ),
];

const reasonLines = ({ request, outcome }: HandoverFacts): KnownLine[] => [
  ...line(
    'reason',
    'request',
    joined(
      [REASON_WORDS[request.reason], ORIGIN_WORDS[request.origin], PRODUCT_WORDS[request.product]],
      '. ',
    ),
  ),
  ...line('remarks', 'request', request.remarks),
  ...line('outcome', 'triage', outcome),
];

/** What is known already per section, each line with where it comes from: nobody types it again. */
export const fillHandover = (facts: HandoverFacts): KnownSections => {
  const { from, to, stay } = facts;
  const seen = stay === null ? {} : fillFromStay(stay);
  const toWhom = to === null ? null : joined([to.name, to.phone, to.doctor]);
  const begun: KnownSections = {
    administrative: personLines(facts),
    'from-nurse': line('from', 'region', joined([from.writer, from.name, from.phone])),
    'to-nurse': line('to', 'region', toWhom),
    diagnosis: reasonLines(facts),
    alerts: alertLines(facts),
    'nursing-plan': careLines(facts),
    'personal-social': line('wish', 'request', facts.request.wish),
    home: homeLines(facts),
    'social-context': kinLines(facts),
  };
  const codes = [...new Set([...Object.keys(begun), ...Object.keys(seen)])] as (keyof KnownSections)[];
  return Object.fromEntries(codes.map((code) => [code, [...(begun[code] ?? []), ...(seen[code] ?? [])]]));
};
