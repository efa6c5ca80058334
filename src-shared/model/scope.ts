import { z } from 'zod';

/** A set of users or computers: everybody, the members of a group (nested ones included) or an organisational unit. */
export const populationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  /** `group` is a SID (`S-1-…`) or a distinguished name. */
  z.strictObject({ kind: z.literal('group'), group: z.string().min(1).max(1024) }),
  /** `unit` is the distinguished name of an organisational unit or container. */
  z.strictObject({ kind: z.literal('unit'), unit: z.string().min(1).max(1024) }),
]);
export type Population = z.infer<typeof populationSchema>;

/** The seven scope questions of catalogue section 0.5; the answers decide which checks apply. */
export const scopeSchema = z.strictObject({
  joinTypes: z.strictObject({ hybridJoined: z.boolean(), entraJoined: z.boolean() }),
  registrationAuthority: z.strictObject({
    hybridJoined: z.enum(['adfs', 'none']),
    entraJoined: z.enum(['ndes-scep', 'none']),
  }),
  /** DNS names of the forest root domains in scope; empty = every forest in the evidence. */
  forests: z.array(z.string().min(1).max(255)).max(50),
  pilotUsers: populationSchema,
  pilotComputers: populationSchema,
  policyChannel: z.enum(['group-policy', 'intune', 'both']),
  mfaRoute: z.enum(['entra-mfa', 'adfs-azure-mfa', 'adfs-third-party', 'federated-provider']),
  /** RDP or VDI sign-in with the Hello credential is wanted. */
  remoteDesktop: z.boolean(),
});
export type Scope = z.infer<typeof scopeSchema>;

export const defaultScope: Scope = {
  joinTypes: { hybridJoined: true, entraJoined: false },
  registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'none' },
  forests: [],
  pilotUsers: { kind: 'all' },
  pilotComputers: { kind: 'all' },
  policyChannel: 'group-policy',
  mfaRoute: 'entra-mfa',
  remoteDesktop: false,
};
