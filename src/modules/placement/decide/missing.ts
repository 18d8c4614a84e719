import {
  type DocumentKind,
  MISSING_CODES,
  type MissingCode,
  type Request,
} from '#modules/placement/types.ts';

/** What is known of a request as far as papers and contacts go. */
export interface MissingFacts {
  readonly request: Pick<Request, 'state' | 'origin' | 'needs' | 'traits' | 'uzovi' | 'legalTitle'>;
  readonly person: {
    readonly gpName: string | null;
    readonly kinName: string | null;
    readonly kinPhone: string | null;
  };
  /** Kinds of the files that were sent along and stand. */
  readonly documents: readonly DocumentKind[];
  /** Is the triage finished? Left out: not known, then it is not missed. */
  readonly triaged?: boolean;
  /** Did the person consent? Left out: not known. */
  readonly consented?: boolean;
  /** The asker is a practice: then the GP is who asks. */
  readonly askedByPractice: boolean;
}

/** Who comes from a hospital ward or emergency post may carry something; home is not asked. */
const fromHospital = ({ origin }: MissingFacts['request']): boolean =>
  origin === 'hospital' || origin === 'emergency';

const checks: Readonly<Record<MissingCode, (facts: MissingFacts) => boolean>> = {
  triage: ({ triaged }) => triaged === false,
  consent: ({ consented }) => consented === false,
  letter: ({ documents }) => !documents.includes('letter'),
  medication: ({ documents }) => !documents.includes('medication'),
  gp: ({ person, askedByPractice }) => !askedByPractice && person.gpName === null,
  'next-of-kin': ({ person }) => person.kinName === null || person.kinPhone === null,
  insurer: ({ request }) => request.uzovi === null,
  'legal-title': ({ request }) => request.needs.includes('closed-ward') && request.legalTitle === null,
  // The nursing handoff says it too.
  'infection-status': ({ request, documents }) =>
    fromHospital(request) &&
    !request.traits.includes('mrsa') &&
    !request.needs.includes('isolation') &&
    !documents.includes('care-plan'),
};

/** What may still come, in the order in which it is used. Nothing of it holds up the request. */
export const missingOf = (facts: MissingFacts): MissingCode[] =>
  facts.request.state === 'closed' || facts.request.state === 'admitted'
    ? []
    : MISSING_CODES.filter((code) => checks[code](facts));
