import { z } from 'zod';
import { engagementSummarySchema } from '../model/engagement';
import { call, job } from './define';

const none = z.strictObject({});
const path = z.string().max(4096);

/** A place in an engagement that holds every word. */
export const searchHitSchema = z.strictObject({
  path: z.string(),
  customer: z.string(),
  what: z.enum(['engagement', 'finding', 'objects', 'answer']),
  title: z.string(),
  text: z.string(),
  /** Of a finding or its objects. */
  checkId: z.string().optional(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

/** Hits of one engagement that travel to the page. */
export const hitsShown = 50;

export const searchContract = {
  /** Engagements unlocked for the search since the app was started; the one open in the window is searched as well. */
  unlocked: call(none, z.strictObject({ paths: z.array(z.string()) })),
  /** Opens an engagement for the search; it stays open until it is locked again or the app ends. `path` is one of the library or of its file dialog. */
  unlock: call(z.strictObject({ path, passphrase: z.string().min(1).max(1024) }), none),
  lock: call(z.strictObject({ path }), none),
  /** Looks through what is open; nothing of it is kept. `progress`: engagements looked through. */
  find: job(
    z.strictObject({ text: z.string().max(200) }),
    z.strictObject({ done: z.number().int(), total: z.number().int() }),
    z.strictObject({ hits: z.array(searchHitSchema), engagements: z.number().int(), isCut: z.boolean() }),
  ),
  /** Makes an engagement unlocked for the search the one of the window. */
  open: call(z.strictObject({ path }), engagementSummarySchema),
} as const;
