import type { Tx } from '#platform/db/database.ts';
import type { QuestionAnswer, QuestionBody } from './contract.ts';
import { needsBeside, needsChosen } from './decide/beside.ts';
import { needsIn } from './decide/hear.ts';
import { type Standing, searchHeard } from './service-search.ts';
import { reachOf } from './store-reach.ts';

/** So many helpers are named: a choice somebody in trouble can still make. */
const FIRST_FEW = 6;

const EVERYTHING = { open: false, room: false, free: false } as const;

/** The first question, in one's own words: what was heard, what may lie behind it, and the right helpers with their why. */
export const askFirst = async (tx: Tx, body: QuestionBody, standing: Standing): Promise<QuestionAnswer> => {
  const chosen = needsChosen(body.needs);
  const said = needsIn(body.words);
  const found = await searchHeard(
    tx,
    { need: body.words, ...EVERYTHING },
    { heard: chosen.length > 0 ? chosen : said, standing },
  );
  const hits = found.hits.slice(0, FIRST_FEW);
  const reach = new Map(
    (
      await reachOf(
        tx,
        hits.map(({ id }) => id),
      )
    ).map((each) => [each.id, each]),
  );
  const named = new Map([...said, ...chosen].map(({ need, by }) => [need.code, { need, by }]));
  return {
    heard: [...named.values()].map(({ need, by }) => ({ code: need.code, nl: need.nl, en: need.en, by })),
    beside: needsBeside([...said, ...chosen]).map(({ code, nl, en }) => ({ code, nl, en })),
    helpers: hits.map((hit) => {
      const { phone = null, email = null, url = null, address = null } = reach.get(hit.id) ?? {};
      return { ...hit, phone, email, url, address };
    }),
    total: found.total,
  };
};
