import { DAY, HOUR } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { chaseReferrals, passOn, refer, takeStep } from '#modules/social/index.ts';
import type { ReferralCommand } from '#modules/social/types.ts';
import { atClock, must, type Past } from './past.ts';
import { BOXEM, KRUIMS, REFERRED, ZWIERS } from './social-people.ts';
import { who } from './social-stage.ts';
import { toldServiceId } from './social-told.ts';

/** A referral as it went, in days before the opening. */
interface ToldReferral {
  readonly person: PersonEntry;
  readonly by: string;
  readonly to: string;
  readonly question: string;
  readonly ago: number;
  readonly steps?: readonly (readonly [ago: number, by: string, command: ReferralCommand])[];
  /** Where it went on to, and how it went there. */
  readonly onTo?: Pick<ToldReferral, 'ago' | 'by' | 'to' | 'steps'> & { readonly words: string };
}

const MONEY = 'Eerste hulp bij geldzorgen';
const COACH = 'Welzijnscoach Assen';
const BUDDY = 'Maatjes van Naoberschap';
const COFFEE = 'Koffieochtend Peelo';

const ended = (result: 'helped' | 'not', reason: string, words: string): ReferralCommand => ({
  ...{ step: 'ended', result, reason, words },
});

const TOLD: readonly ToldReferral[] = [
  {
    ...{ person: ZWIERS, by: 'J. Bontekoe', to: MONEY, ago: 152 },
    question: 'Ik durf de post niet meer open te maken.',
    steps: [
      [151, 'N. Karsten', { step: 'accepted' }],
      [149, 'N. Karsten', { step: 'contacted' }],
      [140, 'N. Karsten', { step: 'active' }],
      [
        66,
        'N. Karsten',
        ended('helped', 'answered', 'Er is een regeling. De post komt nu op een vaste dag.'),
      ],
    ],
  },
  {
    ...{ person: KRUIMS, by: 'S. Hoving', to: BUDDY, ago: 28 },
    question: 'Ik zie niemand meer. Iemand die ook duiven houdt, dat lijkt me wat.',
    steps: [
      [27, 'M. Oosting', { step: 'accepted' }],
      [25, 'M. Oosting', { step: 'contacted', words: 'Ik ben bij hem thuis geweest.' }],
      [12, 'M. Oosting', { step: 'active' }],
    ],
  },
  {
    // Nobody there opened the link yet.
    ...{ person: BOXEM, by: 'S. Hoving', to: COFFEE, ago: 13 },
    question: 'Ik wil een ochtend in de week even onder de mensen zijn.',
  },
  {
    ...{ person: REFERRED.waits, by: 'I. Wubs', to: COACH, ago: 1 },
    question: 'Sinds ik niet meer werk weet ik niet wat ik met de dagen moet.',
  },
  {
    ...{ person: REFERRED.seen, by: 'L. Hamming', to: MONEY, ago: 2 },
    question: 'Ik betaal de ene rekening met de andere.',
    steps: [[1, 'N. Karsten', { step: 'seen' }]],
  },
  {
    ...{ person: REFERRED.spoken, by: 'A. Nijstad', to: COACH, ago: 6 },
    question: 'Ik ben bang dat ik straks alleen nog van bed naar stoel ga.',
    steps: [
      [5, 'M. Oosting', { step: 'accepted' }],
      [4, 'M. Oosting', { step: 'contacted', words: 'Wij spraken af bij haar thuis.' }],
    ],
  },
  {
    ...{ person: REFERRED.noRoom, by: 'S. Hoving', to: BUDDY, ago: 21 },
    question: 'Ik wil weer eens schaken met iemand.',
    steps: [
      [20, 'M. Oosting', { step: 'accepted' }],
      [6, 'M. Oosting', ended('not', 'no-room', 'Er is nu geen vrijwilliger die schaakt.')],
    ],
  },
  {
    ...{ person: REFERRED.passedOn, by: 'I. Wubs', to: COACH, ago: 15 },
    question: 'Ik slaap niet van de zorgen over geld.',
    onTo: {
      ...{ by: 'M. Oosting', to: MONEY, ago: 13, words: 'Eerst het geld. Daarna kijken wij verder.' },
      steps: [[12, 'N. Karsten', { step: 'accepted' }]],
    },
  },
  {
    ...{ person: REFERRED.withdrawn, by: 'I. Wubs', to: COFFEE, ago: 25 },
    question: 'Koffie drinken met anderen.',
    steps: [[24, 'I. Wubs', { step: 'withdrawn', words: 'Hij gaat liever naar zijn zus.' }]],
  },
];

const YES = { yes: true, givenBy: 'person', warm: 'receiver-calls', warmAt: null } as const;

const actingAs = ({ id, name, organisationId }: Professional, now: number) => ({
  ...{ actor: id, byName: name, organisationId, now },
});

const planSteps = (
  past: Past,
  id: string,
  { steps = [], onTo }: Pick<ToldReferral, 'steps' | 'onTo'>,
): void => {
  for (const [n, [ago, name, command]] of steps.entries())
    past.agenda.add(atClock(past.now - ago * DAY, 14 * 60), async (at) => {
      const by = who(name);
      const done = await past.stage.act(by, at, (tx) =>
        takeStep(tx, { id, version: n + 1, command }, actingAs(by, at)),
      );
      must(done, 'go on with a referral');
    });
  if (onTo === undefined) return;
  past.agenda.add(atClock(past.now - onTo.ago * DAY, 14 * 60), async (at) => {
    const by = who(onTo.by);
    const body = { ...YES, service: toldServiceId(onTo.to), words: onTo.words };
    const on = await past.stage.act(by, at, (tx) =>
      passOn(tx, { id, version: steps.length + 1, body }, actingAs(by, at)),
    );
    planSteps(past, must(on, 'pass a referral on'), onTo);
  });
};

/** Each night the house looks what nobody picked up: it reminds, and later says that it is late. */
const planChasing = (past: Past): void => {
  const by = who('S. Hoving');
  for (const ago of [4, 1])
    past.agenda.add(atClock(past.now - ago * DAY, 6 * 60), async (at) => {
      const { organisationId } = by;
      const chased = await past.stage.act(by, at, async (tx) =>
        ok(await chaseReferrals(tx, { actor: 'system', organisationId, now: at })),
      );
      must(chased, 'look what nobody picked up');
    });
};

/** Writes the referrals into the agenda: one in every state, and one that nobody picked up in time. */
export const planReferrals = (past: Past): void => {
  planChasing(past);
  for (const told of TOLD)
    past.agenda.add(atClock(past.now - told.ago * DAY, 10 * 60) - 2 * HOUR, async (at) => {
      const by = who(told.by);
      const { person, question } = told;
      const body = { ...YES, person, question, service: toldServiceId(told.to) };
      const sent = await past.stage.act(by, at, (tx) => refer(tx, body, actingAs(by, at)));
      planSteps(past, must(sent, 'refer somebody'), told);
    });
};
