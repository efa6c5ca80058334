import { z } from 'zod';

/** The invented organisations that ship with the app, by the folder of their files: one with typical faults, one in order, one where almost nothing was collected. */
export const demoNames = ['contoso', 'northwind', 'tailspin'] as const;
export const demoNameSchema = z.enum(demoNames);
export type DemoName = z.infer<typeof demoNameSchema>;
