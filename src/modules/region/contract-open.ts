import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';

/** A region to follow: where it publishes its counts. */
export const FollowBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100),
    url: z.url({ protocol: /^https?$/ }).max(500),
  })
  .meta({ id: 'FollowBody' });

/** The regions whose counts stand beside ours. */
export const FollowedList = z
  .object({
    regions: z.array(z.object({ id: Id, name: z.string(), url: z.string(), addedAt: IsoInstant })),
  })
  .meta({ id: 'FollowedList' });
export type FollowedList = z.infer<typeof FollowedList>;

/** Whether an organisation's counts are public. */
export const PublishBody = z.strictObject({ publishes: z.boolean() }).meta({ id: 'PublishBody' });

/** What the organisation decided. */
export const Published = z.object({ organisationId: Id, publishes: z.boolean() }).meta({ id: 'Published' });
