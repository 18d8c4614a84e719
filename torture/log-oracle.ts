import { openApiHouse } from '#app/api-house.fixture.ts';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { type Judged, judgeLog } from './access/oracle.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

/** What the oracle finds in the house, and in one whose log loses a line now and then. */
export const judging = async (questions: number, seed: number, loses = false): Promise<Judged> => {
  const house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
  // One look in fifty is written and is not there: what a route that forgot to say it would do.
  if (loses)
    await house.owner.query(
      `create function forget() returns trigger language plpgsql as $$ begin
         if new.line % 50 = 0 then return null; end if; return new; end $$;
       create trigger forget before insert on platform_access for each row execute function forget()`,
    );
  const judged = await judgeLog(house, questions, seed);
  await house.close();
  return judged;
};

/** So many questions drawn by chance: every look stands in the log, and nothing else does. */
export const run = async (rounds = 100_000): Promise<Figure[]> => {
  const judged = await judging(rounds, 2026);
  for (const each of [...judged.missing, ...judged.orphans].slice(0, 20)) console.log(`log-oracle: ${each}`);
  const control = await judging(500, 2026, true);
  return [
    atLeast('log-oracle-questions', judged.asked, 'questions', rounds),
    atLeast('log-oracle-looks', judged.expected, 'looks', rounds / 2),
    atMost('log-oracle-missing', judged.missing.length, 'looks', 0),
    atMost('log-oracle-orphans', judged.orphans.length, 'lines', 0),
    atLeast('control-missing-log-row', control.missing.length, 'looks', 1),
  ];
};
