import { z } from 'zod';
import { Id, IsoInstant, Phone } from '#kernel/contract.ts';
import { ReferralView } from './contract-referral.ts';
import { StateBody, StateView } from './contract-state.ts';

const Token = z.string().min(20).max(500);

/** The link as somebody holds it; it travels in the body and stands in no address. */
export const HelperLinkBody = z.strictObject({ token: Token }).meta({ id: 'HelperLinkBody' });

/** That something waits, and for which organisation. Nothing of whom it is about, nothing of the question. */
export const HelperLook = z
  .object({
    organisation: z.string(),
    /** Where the code will go; null when it stands on the screen, or cannot go anywhere. */
    codeTo: z.string().nullable(),
    practice: z.boolean(),
  })
  .meta({ id: 'HelperLook' });
export type HelperLook = z.infer<typeof HelperLook>;

/** Where the code went; in practice it stands on the screen. */
export const HelperCodeView = z
  .object({ sentTo: z.string().nullable(), practiceCode: z.string().nullable(), until: IsoInstant })
  .meta({ id: 'HelperCode' });
export type HelperCodeView = z.infer<typeof HelperCodeView>;

/** The code as it was typed. */
export const HelperOpenBody = z
  .strictObject({ token: Token, code: z.string().regex(/^\d{6}$/, 'Vul zes cijfers in.') })
  .meta({ id: 'HelperOpenBody' });

/** Inside, until then. */
export const HelperOpen = z.object({ until: IsoInstant }).meta({ id: 'HelperOpen' });

/** The one referral, for who came in by its link. */
export const HelperReferral = z
  .object({
    until: IsoInstant,
    practice: z.boolean(),
    referral: ReferralView,
    /** Who referred answers here. */
    fromPhone: Phone.nullable(),
    /** The link by which the organisation says whether there is room at this service. */
    roomToken: z.string(),
  })
  .meta({ id: 'HelperReferral' });
export type HelperReferral = z.infer<typeof HelperReferral>;

/** A new link for who receives a referral: sent to the organisation, or (in practice) told once. */
export const HelperLinkView = z
  .object({ token: z.string().nullable(), sentTo: z.string().nullable(), until: IsoInstant.nullable() })
  .meta({ id: 'HelperLink' });
export type HelperLinkView = z.infer<typeof HelperLinkView>;

/** What the map says of the room at one service. */
export const RoomView = z
  .object({ id: Id, name: z.string(), organisation: z.string(), state: StateView.nullable() })
  .meta({ id: 'ServiceRoom' });
export type RoomView = z.infer<typeof RoomView>;

/** One tap by the link of a service. */
export const RoomBody = StateBody.extend({ token: Token }).meta({ id: 'ServiceRoomBody' });
export type RoomBody = z.infer<typeof RoomBody>;
