import { isoFromInstant } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import type {
  SignedTreatment,
  TreatmentList,
  TreatmentSignBody,
  TreatmentView,
} from './contract-treatment.ts';
import { CATALOGUE_V1, draftOf, type TreatmentDraft } from './decide/catalogue-v1.ts';
import { decideTreatment } from './decide/treatment.ts';
import { usualCourse } from './decide/usual-course.ts';
import {
  endTreatment,
  insertTreatment,
  lockNewest,
  type SignedVersion,
  signedTreatments,
} from './store-treatment.ts';

type Told = TreatmentView['draft'];

const bodyView = ({ code: _code, ...body }: TreatmentDraft): Told => ({
  ...body,
  seats: [...body.seats],
  competences: [...body.competences],
  emergency: [...body.emergency],
  reaction: [...body.reaction],
  preparation: [...(body.preparation ?? [])],
});

const signedView = (signed: SignedVersion, { actor, region }: Doing): SignedTreatment => ({
  version: signed.version,
  body: bodyView(signed.body),
  organisation: {
    id: signed.organisationId,
    name: region.organisations.find(({ id }) => id === signed.organisationId)?.name ?? '',
  },
  signedBy: signed.signedBy,
  signedAt: isoFromInstant(signed.signedAt),
  endedAt: signed.endedAt === null ? null : isoFromInstant(signed.endedAt),
  endReason: signed.endReason,
  own: signed.organisationId === actor.organisationId,
});

/** Every treatment of the catalogue: the draft that ships, what is in use, and what was before. */
export const listTreatments = async (tx: Tx, doing: Doing): Promise<TreatmentList> => {
  const known = Map.groupBy(await signedTreatments(tx), ({ code }) => code);
  const treatments = CATALOGUE_V1.map((draft): TreatmentView => {
    const versions = known.get(draft.code) ?? [];
    const views = versions.map((each) => signedView(each, doing));
    return {
      code: draft.code,
      draft: bodyView(draft),
      usual: usualCourse(draft.code),
      now: views.find(({ endedAt }) => endedAt === null) ?? null,
      earlier: views.filter(({ endedAt }) => endedAt !== null),
      version: versions[0]?.version ?? 0,
    };
  });
  return { treatments };
};

const treatmentLine = (
  { actor, now: at, region }: Doing,
  event: string,
  code: string,
  version: number,
): Entry => ({
  ...{ at, room: 'day-treatment', event, subject: actor.organisationId, unitId: null },
  ...{ organisationId: actor.organisationId, actor: actor.id },
  body: { code, version, organisations: region.organisations.map(({ id }) => id) },
});

const REPLACED = 'Vervangen door een nieuwe versie.';

/** A clinician signs a version. From now on it is ordered under this one; who has an order keeps the version they have. */
export const signTreatment = async (
  tx: Tx,
  act: {
    readonly code: string;
    readonly version: number;
    readonly sign: TreatmentSignBody;
    readonly signedBy: string;
  },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  const { code } = act;
  const draft = draftOf(code);
  if (draft === null) return refuse({ code: 'treatment-unknown' });
  const newest = await lockNewest(tx, code);
  if ((newest?.version ?? 0) !== act.version) return refuse({ code: 'version-stale' });
  const inUse = newest !== null && newest.endedAt === null;
  const { organisationId } = doing.actor;
  // Who took theirs out of use leaves the treatment to whoever signs next; until then it is theirs alone.
  if (inUse && newest.organisationId !== organisationId) return refuse({ code: 'treatment-not-yours' });
  const decided = decideTreatment(newest?.body ?? draft, act.sign.changes, act.sign);
  if (!decided.ok) return decided;
  const version = act.version + 1;
  if (inUse) await endTreatment(tx, { code, version: act.version, reason: REPLACED, at: doing.now });
  const signed = {
    code,
    version,
    body: decided.value,
    organisationId,
    signedBy: act.signedBy,
    signedAt: doing.now,
  };
  if (!(await insertTreatment(tx, signed, doing.actor.id))) return refuse({ code: 'version-stale' });
  await record(tx, [treatmentLine(doing, 'treatment-signed', code, version)]);
  return ok(null);
};

/** Nothing more is ordered of it; who has an order keeps it until their specialist decides. */
export const takeOutOfUse = async (
  tx: Tx,
  act: { readonly code: string; readonly reason: string },
  doing: Doing,
): Promise<Result<null, Refusal>> => {
  const { code, reason } = act;
  if (draftOf(code) === null) return refuse({ code: 'treatment-unknown' });
  const newest = await lockNewest(tx, code);
  if (newest === null || newest.endedAt !== null) return refuse({ code: 'treatment-not-signed' });
  if (newest.organisationId !== doing.actor.organisationId) return refuse({ code: 'treatment-not-yours' });
  await endTreatment(tx, { code, version: newest.version, reason, at: doing.now });
  await record(tx, [treatmentLine(doing, 'treatment-ended', code, newest.version)]);
  return ok(null);
};
