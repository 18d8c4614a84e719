import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';
import { LOADS, NEARNESS } from './types-network.ts';

/** One person of the network of one conversation. */
export const ByAround = z.object({ id: Id, around: Id });
export type ByAround = z.infer<typeof ByAround>;

const CarerBody = z.strictObject({
  load: z.enum(LOADS).nullable().default(null),
  words: z.string().trim().max(1000).default(''),
  question: z.string().trim().max(500).default(''),
});

/** What the person says of somebody round them. */
export const AroundBody = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    bond: z.string().trim().max(80).default(''),
    near: z.enum(NEARNESS),
    does: z.string().trim().max(500).default(''),
    /** How it is for who cares; null: they do not. */
    carer: CarerBody.nullable().default(null),
  })
  .meta({ id: 'NetworkPersonBody' });
export type AroundBody = z.infer<typeof AroundBody>;

/** Somebody of the network, as it stands. */
export const AroundView = z
  .object({
    ...{ id: Id, name: z.string(), bond: z.string(), near: z.enum(NEARNESS), does: z.string() },
    carer: z.object({ load: z.enum(LOADS).nullable(), words: z.string(), question: z.string() }).nullable(),
    version: z.number().int(),
    changedAt: IsoInstant,
  })
  .meta({ id: 'NetworkPerson' });
export type AroundView = z.infer<typeof AroundView>;

/** The network in a conversation, nearest first. `writable`: it goes on, and the reader holds it. */
export const NetworkView = z
  .object({ people: z.array(AroundView), writable: z.boolean() })
  .meta({ id: 'Network' });
export type NetworkView = z.infer<typeof NetworkView>;
