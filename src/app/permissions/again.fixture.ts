import type { ApiHouse } from '#app/api-house.fixture.ts';

/** Part of a route, and what makes the next question about it the same as the first. */
const AGAIN: readonly (readonly [string, string])[] = [
  // Who left a case in an earlier question is in it again for this one.
  ['/cases/', 'update cases_helper set left_at = null'],
  // A conversation that was finished goes on.
  ['/conversations/', 'update social_conversation set finished_at = null'],
  // Each step is asked of the referral as it came in.
  ['/referrals/', "update social_referral set state = 'sent', version = 1"],
];

/** Puts back what an earlier question ended. */
export const asBefore = async ({ owner }: Pick<ApiHouse, 'owner'>, route: string): Promise<void> => {
  for (const [part, statement] of AGAIN) if (route.includes(part)) await owner.query(statement);
};
