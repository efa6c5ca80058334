import { z } from 'zod';
import { areaSchema, stepSchema } from './area';
import { evidenceKindSchema } from './evidence';
import { knownOutcomeSchema, severitySchema } from './outcome';

/** One of the 238 ids of the catalogue; known whether or not this version judges it. */
export const catalogueEntrySchema = z.strictObject({
  id: z.string().regex(/^[A-Z]{2,3}-\d{3}$/u),
  area: areaSchema,
  step: stepSchema,
  tier: z.enum(['core', 'extended']),
  severity: severitySchema,
  title: z.string().min(1),
  /** L LDAP, H HTTPS, G Graph, D DNS, S SYSVOL, C client, P PowerShell export, A attestation. */
  channels: z.array(z.enum(['L', 'H', 'G', 'D', 'S', 'C', 'P', 'A'])),
  /** Sentences of the source document it comes from (`S1` … `S26e`). */
  seed: z.array(z.string()),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** A check of the other checks' findings: it reads no source of its own, and counting it would count what it sums up twice. */
export const sumsUpOthers = ({ channels }: Pick<CatalogueEntry, 'channels'>): boolean => channels.length === 0;

/** What an administrator does about a finding. Text only: the product changes nothing. */
export const remediationSchema = z.strictObject({
  /** One line of a list of things to do, as an imperative that stands by itself; where it is missing, the first step is one. */
  task: z.string().optional(),
  steps: z.array(z.string()).min(1),
  /** PowerShell or command prompt, one command a line. */
  command: z.string().optional(),
  /** How to see that it worked. */
  verify: z.string(),
  /** How to take it back. */
  revert: z.string().optional(),
  /** Right the administrator needs. */
  right: z.string().optional(),
  risk: z.string().optional(),
});
export type Remediation = z.infer<typeof remediationSchema>;

/** A check as lists, screens and reports show it. */
export const checkDescriptionSchema = z.strictObject({
  ...catalogueEntrySchema.shape,
  implemented: z.boolean(),
  /** 0 while not implemented. */
  revision: z.number().int().min(0),
  why: z.string(),
  /** https URLs of the documents the rule comes from. */
  sources: z.array(z.url()),
  remediation: remediationSchema.optional(),
  /** What it can answer; `not known` goes without saying. */
  outcomes: z.array(knownOutcomeSchema).optional(),
  /** Ids of the interview questions whose answers it takes into account. */
  asks: z.array(z.string()).optional(),
  /** Evidence it is judged on; those in `helps` it can do without. */
  needs: z.array(evidenceKindSchema).optional(),
  helps: z.array(evidenceKindSchema).optional(),
});
export type CheckDescription = z.infer<typeof checkDescriptionSchema>;
