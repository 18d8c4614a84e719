import { bandOf } from '#kernel/age-band.ts';
import { isoFromInstant } from '#kernel/calendar.ts';
import { questionsAbout } from '#modules/people/index.ts';
import { loadProfessionals } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AlertView } from './contract.ts';
import { looksIn, ownAmong, profilesOf } from './store.ts';
import { ALERT_RULES, type JudgedLook, type KeptAlert } from './types.ts';

/** By what a reviewer and who looked can mean the same person: the end of the id, as on a luggage label. */
const numberOf = (personId: string): string => personId.slice(-6).toUpperCase();

type Profile = { readonly sex: string; readonly age: number };

const personOf = (alert: KeptAlert, profile: Profile | undefined): AlertView['person'] =>
  alert.personId === null
    ? null
    : {
        number: numberOf(alert.personId),
        ageBand: profile === undefined ? null : bandOf(profile.age),
        sex: profile?.sex ?? null,
      };

const lookedAt = (looks: readonly JudgedLook[]) => {
  const each = <T>(of: (look: JudgedLook) => readonly T[]): T[] => [...new Set(looks.flatMap(of))];
  return {
    looks: looks.length,
    people: each(({ personId }) => (personId === null ? [] : [personId])).length,
    seen: each(({ categories }) => categories),
    grounds: each(({ ground }) => [ground]),
    reasons: each(({ event, reason }) => (event === 'break-glass' && reason !== null ? [reason] : [])),
  };
};

/** Alerts in the hands of who judges them, in the order given. */
export const alertViews = async (tx: Tx, alerts: readonly KeptAlert[]): Promise<AlertView[]> => {
  const ids = alerts.map(({ id }) => id);
  const looks = Map.groupBy(await looksIn(tx, ids), ({ alertId }) => alertId);
  const profiles = await profilesOf(tx, ids);
  const questions = await questionsAbout(
    tx,
    [...looks.values()].flat().map(({ id }) => id),
  );
  const names = new Map((await loadProfessionals(tx)).map(({ id, name }) => [id, name]));
  const theirs = await ownAmong(tx, ids);
  return alerts.map((alert): AlertView => {
    const own = looks.get(alert.id) ?? [];
    return {
      ...{ id: alert.id, version: alert.version },
      who: { name: names.get(alert.actor) ?? null, role: own.at(-1)?.role ?? '' },
      person: personOf(alert, profiles.get(alert.id)),
      rules: ALERT_RULES.filter((rule) => alert.rules.includes(rule)),
      ...lookedAt(own),
      firstAt: isoFromInstant(alert.firstAt),
      lastAt: isoFromInstant(alert.lastAt),
      raisedAt: isoFromInstant(alert.raisedAt),
      questions: questions
        .filter(({ lookId }) => own.some(({ id }) => id === lookId))
        .map(({ text, dueAt }) => ({ text, dueAt: dueAt === null ? null : isoFromInstant(dueAt) })),
      own: theirs.has(alert.id),
      closed:
        alert.closed === null
          ? null
          : {
              ...{ by: names.get(alert.closed.actor) ?? null, at: isoFromInstant(alert.closed.at) },
              ...{ verdict: alert.closed.verdict, reason: alert.closed.reason },
            },
    };
  });
};
