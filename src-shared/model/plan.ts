import { z } from 'zod';
import { givenAnswerSchema } from '../interview/answer';
import { defaultScope, scopeSchema } from './scope';

const hostName = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[A-Za-z0-9._:-]+$/u, 'must be a host name or an IP address');
const filePath = z.string().min(1).max(4096);
const sourceId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9-]+$/u, 'lower-case letters, digits and hyphens');

const directoryServer = {
  id: sourceId,
  /** Name the certificate must carry. */
  server: hostName,
  port: z.number().int().min(1).max(65535).optional(),
  security: z.enum(['ldaps', 'starttls']).default('ldaps'),
};
const passwordSourceSchema = z.strictObject({
  ...directoryServer,
  signIn: z.literal('password').default('password'),
  /** UPN (`reader@contoso.com`) or `DOMAIN\name`. */
  user: z.string().min(1).max(256),
  passwordEnv: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/u)
    .optional(),
});
/** Signs in as the user whose Kerberos ticket this computer holds: neither a user name nor a password belongs here. */
const kerberosSourceSchema = z.strictObject({ ...directoryServer, signIn: z.literal('kerberos') });

/** A domain controller to read from. A password is never part of a plan: it is named (`passwordEnv`) or asked for at run time. */
export const directorySourceSchema = z.discriminatedUnion('signIn', [passwordSourceSchema, kerberosSourceSchema]);
export type PasswordSource = z.infer<typeof passwordSourceSchema>;
export type DirectorySource = z.infer<typeof directorySourceSchema>;

/** Whether a run needs a password for this source. */
export const takesPassword = (source: DirectorySource): source is PasswordSource => source.signIn !== 'kerberos';

/** An AD FS farm, by its federation service name. */
export const adfsSourceSchema = z.strictObject({
  id: sourceId,
  host: hostName,
  port: z.number().int().min(1).max(65535).optional(),
  /** Port of `http://<node>/adfs/probe`. */
  probePort: z.number().int().min(1).max(65535).optional(),
  /** Port on which AD FS asks for client certificates; 49443 when absent. */
  certificatePort: z.number().int().min(1).max(65535).optional(),
  /** Nodes of the farm (or of its proxies, with `outside`): each is looked at by itself, past the load balancer. */
  nodes: z.array(hostName).max(50).optional(),
  /** This computer stands outside the organisation's network: what it sees is what the internet sees. */
  outside: z.boolean().optional(),
});
export type AdfsSource = z.infer<typeof adfsSourceSchema>;

/** A SYSVOL tree: `\\domain\SYSVOL\domain` on Windows, a folder that holds `Policies` elsewhere. */
export const sysvolSourceSchema = z.strictObject({ id: sourceId, path: filePath, domain: hostName });
export type SysvolSource = z.infer<typeof sysvolSourceSchema>;

/** Parts of Microsoft Graph a sign-in asks permissions for; the tenant, its domains, devices and users are always read. */
export const entraAreas = ['directory', 'synchronisation', 'policies', 'applications', 'reports', 'intune'] as const;
export type EntraArea = (typeof entraAreas)[number];

/** An Entra tenant; a person signs in at run time, so a plan holds no credential. */
export const entraSourceSchema = z.strictObject({
  id: sourceId,
  /** Tenant id or one of its verified domains. */
  tenant: z
    .string()
    .max(253)
    .regex(
      /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/iu,
      'must be a tenant id or a domain of the tenant',
    ),
  /** Application (client) id to sign in with; Microsoft Graph Command Line Tools when absent. */
  clientId: z.guid().optional(),
  cloud: z.enum(['global', 'usgov', 'china']).default('global'),
  /** In the browser of this computer, or by a code that is entered in any browser; by code when absent. */
  signIn: z.enum(['browser', 'device-code']).optional(),
  /** What is read besides tenant, domains, federation settings, devices and users; everything when absent. Permissions are asked for only for these. */
  areas: z.array(z.enum(entraAreas)).max(entraAreas.length).optional(),
});
export type EntraSource = z.infer<typeof entraSourceSchema>;

/**
 * An HTTP proxy between this computer and the internet. The password is named or asked for at run time like those of directories; Basic is the only scheme, so it
 * reaches the proxy unencrypted.
 */
export const proxySchema = z.strictObject({
  host: hostName,
  port: z.number().int().min(1).max(65535),
  /** Absent = the proxy asks for no account. */
  user: z
    .string()
    .min(1)
    .max(256)
    .regex(/^[^:\p{Cc}]+$/u, 'must not hold a colon')
    .optional(),
  passwordEnv: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/u)
    .optional(),
  /** Also for revocation lists, CA certificates and OCSP; servers of the organisation are then asked through it, too. */
  revocation: z.boolean().default(false),
});
export type ProxySettings = z.infer<typeof proxySchema>;

/** What the password of the proxy is filed under among those of sources; no source can have this id. */
export const proxyCredential = '@proxy';

/** Everything of these sources that a password is asked for: what it is filed under, whose it is and where it goes. */
export const accountsOf = ({
  directory,
  proxy,
}: LiveSources): readonly {
  readonly id: string;
  readonly user: string;
  readonly at: string;
  readonly passwordEnv?: string | undefined;
}[] => [
  ...directory
    .filter(takesPassword)
    .map(({ id, user, server, passwordEnv }) => ({ id, user, at: server, passwordEnv })),
  ...(proxy?.user === undefined
    ? []
    : [{ id: proxyCredential, user: proxy.user, at: proxy.host, passwordEnv: proxy.passwordEnv }]),
];

export const liveSourcesSchema = z.strictObject({
  directory: z.array(directorySourceSchema).max(100).default([]),
  adfs: z.array(adfsSourceSchema).max(20).default([]),
  sysvol: z.array(sysvolSourceSchema).max(100).default([]),
  entra: z.array(entraSourceSchema).max(10).default([]),
  /** Download the CRLs named in the certificates found (plain HTTP GET, no credentials). */
  revocationLists: z.boolean().default(false),
  /** Read the certificate each domain controller shows on LDAPS (TLS handshake only, nothing sent). */
  domainControllerCertificates: z.boolean().default(false),
  /** Download the CA certificates named in AIA and ask the OCSP responders of the certificates found (plain HTTP, no credentials). */
  authorityInformation: z.boolean().default(false),
  /** Ask CA hosts whether they offer enrolment over HTTP(S) and whether their RPC port answers (no credentials). */
  enrolmentEndpoints: z.boolean().default(false),
  /** Ask DNS for the domain controllers, `enterpriseregistration` and the federation name of every suffix. */
  dns: z.boolean().default(false),
  /** DNS servers to ask (IP addresses, port after a colon); empty = those of this computer. */
  dnsServers: z.array(hostName).max(10).default([]),
  /** Connect to Microsoft's sign-in and registration endpoints and read their public documents (no credentials). */
  cloudEndpoints: z.boolean().default(false),
  /** Read the computer this runs on as a client: dsregcmd, policies, event logs, certificates. On Windows only. */
  thisComputer: z.boolean().default(false),
  /** Read the other domains of a forest as well, with the same account, through a domain controller named in the directory. */
  everyDomain: z.boolean().default(true),
  /** Used for Microsoft's services; AD FS, domain controllers and CA hosts are reached directly. */
  proxy: proxySchema.optional(),
  /** PEM file with CA certificates to trust besides the system's. */
  caFile: filePath.optional(),
  /** Host name → IP address, for names that DNS here cannot resolve; TLS names are still verified. */
  addresses: z.record(hostName, hostName).default({}),
});
export type LiveSources = z.infer<typeof liveSourcesSchema>;

export const noLiveSources: LiveSources = {
  directory: [],
  adfs: [],
  sysvol: [],
  entra: [],
  revocationLists: false,
  domainControllerCertificates: false,
  authorityInformation: false,
  enrolmentEndpoints: false,
  dns: false,
  dnsServers: [],
  cloudEndpoints: false,
  thisComputer: false,
  everyDomain: true,
  addresses: {},
};

/** Files, folders or a SYSVOL copy handed over by the customer. */
export const evidencePathSchema = z.strictObject({
  path: filePath,
  /** When and by whom it was collected, where the files themselves do not say. */
  collectedAt: z.iso.datetime({ offset: true }).optional(),
  collectedBy: z.string().max(256).optional(),
});
export type EvidencePath = z.infer<typeof evidencePathSchema>;

export const engagementDetailsSchema = z.strictObject({
  customer: z.string().trim().min(1).max(200),
  title: z.string().trim().max(200).default(''),
  consultant: z.string().trim().max(200).default(''),
  classification: z.string().trim().max(100).default('Confidential'),
});
export type EngagementDetails = z.infer<typeof engagementDetailsSchema>;

/** What `assess --plan` reads and what the wizard keeps; paths are relative to the plan file. Published as JSON schema by `catalogue --plan-schema`. */
export const planSchema = z.strictObject({
  schema: z.literal(1),
  details: engagementDetailsSchema,
  /** The instant to judge at; now when absent. Lets saved evidence be judged as of the day it was collected. */
  assessAt: z.iso.datetime({ offset: true }).optional(),
  scope: scopeSchema.default(defaultScope),
  live: liveSourcesSchema.default(noLiveSources),
  evidence: z.array(evidencePathSchema).max(1000).default([]),
  /**
   * Answers of the interview, at most one a question; `attachment` is the path of a file. Absent, the answers an engagement holds stay; present, they become
   * exactly these.
   */
  interview: z
    .array(givenAnswerSchema)
    .max(100)
    .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
      error: 'A question is answered twice; keep one answer.',
    })
    .optional(),
});
export type Plan = z.infer<typeof planSchema>;
