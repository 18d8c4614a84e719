import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { LINE_KINDS } from './types.ts';

/** When and where several sit together. */
export const MeetingBody = z.strictObject({
  at: IsoInstant,
  minutes: z.number().int().min(5).max(480).default(30),
  place: z.string().trim().min(1).max(300),
});
export type MeetingBody = z.infer<typeof MeetingBody>;

/** It does not go on, and why. */
export const MeetingCancelBody = z.strictObject({ reason: z.string().trim().min(3).max(300) });
export type MeetingCancelBody = z.infer<typeof MeetingCancelBody>;

/** Lines as they were typed, each with the version that was on screen; the same act sent again is one. */
export const TypeBody = z.strictObject({
  acts: z
    .array(
      z.strictObject({
        id: Id,
        line: Id,
        place: z.number().int().min(0).max(1_000_000),
        seen: z.number().int().min(0),
        // Kept as it was typed, with the space at which somebody paused; nothing but spaces is nothing.
        text: z
          .string()
          .max(2000)
          .overwrite((text) => (text.trim() === '' ? '' : text)),
      }),
    )
    .min(1)
    .max(50),
});
export type TypeBody = z.infer<typeof TypeBody>;

/** A line becomes an action: whose, and by which day. */
export const LineActionBody = z.strictObject({ owner: Id.nullable().default(null), due: IsoDay });
export type LineActionBody = z.infer<typeof LineActionBody>;

const LineView = z.object({
  id: Id,
  place: z.number().int(),
  beside: Id.nullable(),
  version: z.number().int(),
  text: z.string(),
  kind: z.enum(LINE_KINDS),
  by: z.string(),
  at: IsoInstant,
});

/** A meeting with its note, for who may see meetings; the agenda is what the plan still asks, for who may see the plan. */
const MeetingView = z
  .object({
    id: Id,
    at: IsoInstant,
    minutes: z.number().int(),
    place: z.string(),
    cancelled: z.string().nullable(),
    agenda: z.array(z.object({ id: Id, what: z.string(), due: z.string() })).optional(),
    lines: z.array(LineView),
  })
  .meta({ id: 'CaseMeeting' });

/** One meeting. */
export const MeetingAnswer = z.object({ caseId: Id, meeting: MeetingView });
export type MeetingAnswer = z.infer<typeof MeetingAnswer>;

/** The meetings of a case. */
export const MeetingList = z.object({
  caseId: Id,
  meetings: z.array(MeetingView.omit({ lines: true, agenda: true })),
});
export type MeetingList = z.infer<typeof MeetingList>;

/** What was typed, as it stands now: which line each act is in. */
export const TypedAnswer = MeetingAnswer.extend({ kept: z.array(z.object({ act: Id, line: Id })) });
export type TypedAnswer = z.infer<typeof TypedAnswer>;

/** The invitation, to keep as a calendar file. */
export const InvitationAnswer = z.object({ caseId: Id, name: z.string(), calendar: z.string() });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;
