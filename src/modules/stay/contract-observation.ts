import { z } from 'zod';
import { Id, IsoDay, IsoInstant, SentenceSchema } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import { faultsOf } from './decide/observation.ts';
import { TASK_KINDS } from './types.ts';
import {
  BOXES,
  DAY_PARTS,
  KINDS,
  MEDICATION_CHANGES,
  MISSING_WHYS,
  ROW_KINDS,
  SCALE_KINDS,
  SEEN_BY,
} from './types-observation.ts';

const Version = z.number().int();
const Minutes = z.number().int().min(0).max(1439);
const Name = z.string().trim().min(1).max(100);

/** A line of the day plan, and who did it when. */
const TaskView = z.object({
  id: Id,
  day: IsoDay,
  minutes: Minutes.nullable(),
  kind: z.string(),
  label: z.string(),
  doneAt: IsoInstant.nullable(),
  doneBy: z.string().nullable(),
  /** Not needed after all, and why. */
  skipped: z.string().nullable(),
  version: Version,
});

/**
 * A row of the strip, one entry per day of the strip. `values`: one number, or three meals (morning, afternoon, evening;
 * null is not seen); null: nothing seen that day. `out`: beyond the limit.
 */
const RowView = z.object({
  kind: z.enum(ROW_KINDS),
  limit: z.object({ at: z.number(), side: z.enum(['below', 'above']) }).nullable(),
  days: z.array(
    z.object({ day: IsoDay, values: z.array(z.number().nullable()).nullable(), out: z.boolean() }),
  ),
});

/** A change in the medicines, on its day. */
const MarkView = z.object({
  id: Id,
  day: IsoDay,
  medicine: z.string(),
  change: z.enum(MEDICATION_CHANGES),
  detail: z.string(),
  reason: z.string().nullable(),
  byName: z.string(),
  version: Version,
});
export type MarkView = z.infer<typeof MarkView>;

/** A result of blood or urine, as the laboratory gave it. */
const Lab = z.strictObject({
  sample: z.enum(['blood', 'urine']),
  name: z.string().trim().min(1).max(60),
  /** Null when the result is words; then `text` says it. */
  value: z.number().min(-1000).max(1_000_000).nullable(),
  unit: z.string().trim().max(20).default(''),
  low: z.number().nullable().default(null),
  high: z.number().nullable().default(null),
});

/** One thing that was seen. */
const SeenView = z.object({
  id: Id,
  at: IsoInstant,
  day: IsoDay,
  dayPart: z.enum(DAY_PARTS),
  kind: z.enum(KINDS),
  seenBy: z.enum(SEEN_BY),
  name: z.string(),
  text: z.string(),
  measured: z.record(z.string(), z.number()),
  /** What the house counted from it: the drop on standing (`drop`), the total of a scale (`total`); null: nothing to count. */
  counted: z.object({ key: z.enum(['drop', 'total']), value: z.number(), out: z.boolean() }).nullable(),
  lab: Lab.extend({ out: z.boolean() }).nullable(),
  recordedAt: IsoInstant,
  withdrawn: z.object({ at: IsoInstant, reason: z.string() }).nullable(),
});
export type SeenView = z.infer<typeof SeenView>;

/** A total of a scale on its day, and what it says. */
const ScoreView = z.object({
  observationId: Id,
  scale: z.enum(SCALE_KINDS),
  day: IsoDay,
  at: IsoInstant,
  total: z.number(),
  of: z.number(),
  /** A code of the bands of the scale (`SCALES`), and the same in words. */
  meaning: z.string(),
  words: SentenceSchema,
  out: z.boolean(),
});

/** What was seen in a stay: the plan, the strip, the marks, and the newest observations. */
export const ObservationView = z
  .object({
    stayId: Id,
    /** May the reader write here? */
    own: z.boolean(),
    days: z.array(z.object({ number: z.number().int(), day: IsoDay })),
    /** Which of them is today, or the day somebody left. */
    today: IsoDay,
    tasks: z.array(TaskView),
    done: z.number().int(),
    planned: z.number().int(),
    rows: z.array(RowView),
    marks: z.array(MarkView),
    /** Newest first. */
    seen: z.array(SeenView),
    /** Ask again with `?before=` for older ones; null: these were all. */
    cursor: Id.nullable(),
    scores: z.array(ScoreView),
  })
  .meta({ id: 'Observation' });
export type ObservationView = z.infer<typeof ObservationView>;

/** How far back is looked, and how many at once. */
export const ObservationPage = z.object({
  before: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Writes down what was seen. The numbers a kind has stand in `OBSERVATION_KINDS`, the items of a scale in `SCALES`. */
export const ObservationBody = z
  .strictObject({
    kind: z.enum(KINDS),
    /** When it was; now when left out. */
    at: IsoInstant.optional(),
    /** Which part of the day it is about; by the clock, or what is usual for the kind, when left out. */
    dayPart: z.enum(DAY_PARTS).optional(),
    seenBy: z.enum(SEEN_BY),
    /** Who saw it; who writes when left out. */
    name: Name.optional(),
    measured: z.record(z.string().max(40), z.number()).default({}),
    lab: Lab.nullable().default(null),
    text: z.string().trim().max(2000).default(''),
  })
  .superRefine((said, context) => {
    for (const { path, say } of faultsOf(said))
      context.addIssue({ code: 'custom', path: [...path], message: say, input: said });
  })
  .meta({ id: 'ObservationBody' });

/** Takes an observation back; it stays readable. */
export const WithdrawBody = z
  .strictObject({ reason: z.string().trim().min(3).max(300) })
  .meta({ id: 'ObservationWithdrawBody' });

/** Adds a line to the day plan. */
export const TaskBody = z
  .strictObject({
    day: IsoDay,
    minutes: Minutes.nullable().default(null),
    kind: z.enum(TASK_KINDS).default('other'),
    label: z.string().trim().min(1).max(120),
  })
  .meta({ id: 'TaskBody' });

/** A line of the plan is not needed after all. */
export const SkipBody = z
  .strictObject({ reason: z.string().trim().min(1).max(300) })
  .meta({ id: 'TaskSkipBody' });

/** Changes a medicine; why may follow. */
export const MedicationBody = z
  .strictObject({
    medicine: z.string().trim().min(2).max(120),
    change: z.enum(MEDICATION_CHANGES),
    detail: z.string().trim().max(200).default(''),
    reason: z.string().trim().min(3).max(300).nullable().default(null),
    /** Today when left out. */
    day: IsoDay.optional(),
    /** Who decided it; who writes when left out. */
    byName: Name.optional(),
  })
  .meta({ id: 'MedicationBody' });

/** Why a medicine was changed; versioned by the change (`If-Match`). */
export const ReasonBody = z
  .strictObject({ reason: z.string().trim().min(3).max(300) })
  .meta({ id: 'MedicationReasonBody' });

/** Every command on tasks, medicines and observations answers the whole again. */
export const ObservationAnswer = z.object({ observation: ObservationView }).meta({ id: 'ObservationAnswer' });
export type ObservationAnswer = z.infer<typeof ObservationAnswer>;

const Box = z.string().trim().max(3000);

/** What stands in the four written boxes. */
export const AnswerBoxes = z
  .strictObject({ seen: Box, finding: Box, advice: Box, followUp: Box })
  .meta({ id: 'AnswerBoxes' });
export type AnswerBoxes = z.infer<typeof AnswerBoxes>;

/** A letter as it was sent. */
const LetterView = z.object({
  id: Id,
  number: z.number().int(),
  boxes: AnswerBoxes,
  medication: z.array(MarkView),
  sentAt: IsoInstant,
  sentBy: z.string(),
  readAt: IsoInstant.nullable(),
});
export type LetterView = z.infer<typeof LetterView>;

/**
 * The answer back to the GP. The house sees its draft, or the last letter when there is no draft; everybody else the last
 * letter. `sentAt` null: a draft, or nothing yet.
 */
export const AnswerView = z
  .object({
    stayId: Id,
    /** May the reader write here? */
    own: z.boolean(),
    number: z.number().int(),
    boxes: AnswerBoxes,
    medication: z.array(MarkView),
    /** What is not ready; for medicines one line per change without a reason. */
    missing: z.array(
      z.object({
        box: z.enum(BOXES),
        why: z.enum(MISSING_WHYS),
        /** The change without a reason. */
        change: z.object({ id: Id, medicine: z.string() }).nullable(),
      }),
    ),
    /** Sentences that can be put into "what we saw", from the trend; the ward writes. */
    proposals: z.array(SentenceSchema.extend({ code: z.string() })),
    savedAt: IsoInstant.nullable(),
    savedBy: z.string().nullable(),
    sentAt: IsoInstant.nullable(),
    readAt: IsoInstant.nullable(),
    /** Of the draft, for If-Match; 0 when there is none yet. */
    version: Version,
    /** Home was not possible: the request the house sent from here. */
    retriage: z.object({ requestId: Id, at: IsoInstant }).nullable(),
    /** All letters that were sent, newest first. */
    sent: z.array(LetterView),
  })
  .meta({ id: 'Answer' });
export type AnswerView = z.infer<typeof AnswerView>;

/** Every command on the answer answers the whole again. */
export const AnswerAnswer = z.object({ answer: AnswerView, version: Version }).meta({ id: 'AnswerAnswer' });
export type AnswerAnswer = z.infer<typeof AnswerAnswer>;

/** Sends the letter. What is missing is left out on purpose only; a change without a reason only when it is named here. */
export const AnswerSendBody = z
  .strictObject({
    onPurpose: z.boolean().default(false),
    withoutReason: z.array(Id).max(50).default([]),
  })
  .meta({ id: 'AnswerSendBody' });

/** The GP has read this letter. */
export const AnswerReadBody = z
  .strictObject({ number: z.number().int().positive() })
  .meta({ id: 'AnswerReadBody' });

/** Going home is not possible: asks for a place for longer, with everything already filled in. */
export const RetriageBody = z
  .strictObject({
    product: z.enum(PRODUCTS),
    urgency: z.enum(URGENCIES).default('within-72-hours'),
    /** From when; now when left out. */
    wantedFrom: IsoInstant.optional(),
    /** Whom to ask at once, best first; the desk when empty. */
    placeIds: z.array(Id).max(20).default([]),
    /** The ordinary answers of the triage for this care hold here; otherwise the desk asks. */
    usualTriage: z.boolean().default(false),
    /** In other words than the answer has; composed from the answer when left out. */
    remarks: z.string().trim().max(2000).optional(),
    /** The wish of the first request when left out. */
    wish: z.string().trim().max(300).optional(),
  })
  .meta({ id: 'RetriageBody' });

/** The request that was sent. */
export const RetriageAnswer = z.object({ requestId: Id }).meta({ id: 'RetriageAnswer' });
export type RetriageAnswer = z.infer<typeof RetriageAnswer>;
