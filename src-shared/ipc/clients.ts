import { z } from 'zod';
import { clientMemberSchema, clientsOverviewSchema } from '../model/clients';
import { runSchema } from '../model/run';
import { call, job } from './define';
import { runProgressSchema } from './run';

/** Largest text of one `dsregcmd /status` that can be pasted. */
export const pasteLimit = 1024 * 1024;

export const clientsContract = {
  /** Groups and chains of the latest judged run; `judgedAt` is null before the first. */
  overview: call(
    z.strictObject({}),
    z.strictObject({ overview: clientsOverviewSchema, judgedAt: z.iso.datetime().nullable() }),
  ),
  /** A page of a group's clients by name; `total` counts what matches `search`. */
  members: call(
    z.strictObject({
      group: z.string().max(64),
      search: z.string().max(200),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    z.strictObject({ members: z.array(clientMemberSchema), total: z.number().int() }),
  ),
  /** Text of `dsregcmd /status`, imported as a file of that name and judged like any other. */
  paste: job(
    z.strictObject({
      name: z
        .string()
        .trim()
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u),
      text: z.string().min(1).max(pasteLimit),
    }),
    runProgressSchema,
    runSchema,
  ),
} as const;
