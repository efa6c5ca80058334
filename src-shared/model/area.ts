import { z } from 'zod';

/** Areas of the catalogue, in report order. */
export const areas = ['dir', 'fed', 'dev', 'pki', 'mfa', 'pol', 'ra', 'prv', 'sso', 'sec', 'tru'] as const;
export const areaSchema = z.enum(areas);
export type Area = z.infer<typeof areaSchema>;

/** The six prerequisite areas of the source document ("Prerequisites" check list). */
export const prerequisiteAreas = ['dir', 'fed', 'dev', 'pki', 'mfa', 'pol'] as const satisfies readonly Area[];

/** What must stand before the first step, then the five deployment steps of the source document, in order. */
export const steps = ['prerequisites', 'pki', 'adfs', 'policy', 'provisioning', 'sso'] as const;
export const stepSchema = z.enum(steps);
export type Step = z.infer<typeof stepSchema>;

/** The five steps of "Next steps"; each is a gate for the one after it. */
export const deploymentSteps = ['pki', 'adfs', 'policy', 'provisioning', 'sso'] as const satisfies readonly Step[];

export const areaTitles: Readonly<Record<Area, string>> = {
  dir: 'Directories and synchronisation',
  fed: 'Federation to Entra ID',
  dev: 'Device registration and write-back',
  pki: 'Public key infrastructure',
  mfa: 'Multifactor authentication',
  pol: 'Device management and policy',
  ra: 'AD FS as registration authority',
  prv: 'Provisioning on clients',
  sso: 'Single sign-on for Entra-joined devices',
  sec: 'Security hardening',
  tru: 'Trust model and process',
};

export const stepTitles: Readonly<Record<Step, string>> = {
  prerequisites: 'Prerequisites',
  pki: 'Configure and validate the PKI',
  adfs: 'Configure AD FS',
  policy: 'Configure Windows Hello for Business settings',
  provisioning: 'Provision on Windows clients',
  sso: 'Configure SSO for Entra-joined devices',
};
