import { DAY } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import { beginConversation, finishConversation, sharePartsOf, writePart } from '#modules/social/index.ts';
import type { TalkPart } from '#modules/social/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { organisationId } from './organisations.ts';
import { atClock, must, type Past } from './past.ts';
import { BOXEM, KRUIMS } from './social-people.ts';
import { personIdOf, who } from './social-stage.ts';

/** What was said of one part: how it feels, in words, and whether they want to talk about it. */
type Said = readonly [part: TalkPart, mark: number | null, words: string, talk?: true];

/** A conversation as it was held, in days before the opening. */
interface ToldTalk {
  readonly person: PersonEntry;
  readonly by: string;
  readonly ago: number;
  readonly said: readonly Said[];
  /** With whom which parts are shared; without it the conversation goes on. */
  readonly shared?: readonly (readonly [organisation: string, parts: readonly TalkPart[]])[];
}

const TOLD: readonly ToldTalk[] = [
  {
    ...{ person: KRUIMS, by: 'M. Oosting', ago: 29 },
    said: [
      ['bodily', 5, 'Ik word vroeg wakker en lig dan te denken.'],
      ['mental', 3, 'Het is stil. Ik mis haar stem.', true],
      ['meaning', 4, 'De duiven, die moeten eten.'],
      ['quality', 4, ''],
      ['taking-part', 2, 'Ik kom bijna de deur niet uit.', true],
      ['daily', 6, 'Koken doe ik niet meer. Een boterham is genoeg.'],
      ['matters', null, 'Dat er iemand is die weet hoe laat ik koffie drink.'],
    ],
    shared: [['naoberschap', ['mental', 'meaning', 'taking-part', 'matters']]],
  },
  {
    ...{ person: BOXEM, by: 'S. Hoving', ago: 18 },
    said: [
      ['bodily', 4, 'Ik slaap in de stoel, want hij roept vaak.', true],
      ['mental', 4, 'Ik ben boos en dan weer verdrietig.'],
      ['meaning', 7, 'Hij en ik, dat is het.'],
      ['quality', 5, ''],
      ['taking-part', 3, 'Het koor heb ik opgezegd.', true],
      ['daily', 6, 'Het lukt, als er niets tussen komt.'],
      ['network', null, 'Mijn zus belt elke zondag.'],
      ['need', null, 'Eén middag in de week voor mijzelf.'],
    ],
    shared: [
      ['naoberschap', ['taking-part', 'network', 'need']],
      ['vaartzicht', ['bodily', 'mental', 'need']],
    ],
  },
  {
    ...{ person: KRUIMS, by: 'M. Oosting', ago: 2 },
    said: [
      ['bodily', 6, 'Ik slaap weer tot zes uur.'],
      ['taking-part', 4, 'Woensdag ga ik naar de koffie. Dat heb ik beloofd.', true],
    ],
  },
];

const hold = async (
  tx: Tx,
  { person, said, shared }: ToldTalk,
  talking: Parameters<typeof beginConversation>[2],
): Promise<Result<unknown, Refusal>> => {
  const begun = await beginConversation(tx, await personIdOf(tx, person), talking);
  if (!begun.ok) return begun;
  const { id } = begun.value;
  for (const [part, mark, words, talk = false] of said) {
    const written = await writePart(tx, { id, part, said: { mark, words, talk }, seen: 0 }, talking);
    if (!written.ok) return written;
  }
  for (const [code, parts] of shared ?? []) {
    const opened = await sharePartsOf(
      tx,
      { id, organisation: organisationId(code), parts: [...parts] },
      talking,
    );
    if (!opened.ok) return opened;
  }
  return shared === undefined ? ok(null) : finishConversation(tx, id, talking);
};

/** Writes the conversations into the agenda: two that are over and partly shared, and one that goes on. */
export const planTalks = (past: Past): void => {
  for (const told of TOLD)
    past.agenda.add(atClock(past.now - told.ago * DAY, 15 * 60), async (at) => {
      const by = who(told.by);
      const talking = { actor: by.id, organisationId: by.organisationId, now: at, region: past.region };
      must(await past.stage.act(by, at, (tx) => hold(tx, told, talking)), 'hold a conversation');
    });
};
