import { type LiveSources, type Plan, planSchema } from '../../src-shared/model/plan';
import { defaultScope } from '../../src-shared/model/scope';
import { type Assessment, type AssessOptions, assessPlan } from '../support/assess-plan';
import { labDirectory, labSources } from './collect-target';
import type { Lab } from './lab';

/** What a consultant would enter for the lab: every live source but the cloud, the pilot group and the unit of the pilot computers. */
export function labPlan(lab: Lab, live: Partial<LiveSources> = {}): Plan {
  return planSchema.parse({
    schema: 1,
    details: { customer: 'Contoso' },
    scope: {
      ...defaultScope,
      forests: [lab.dc.domain],
      pilotUsers: { kind: 'group', group: lab.groups.whfbUsers.sid },
      pilotComputers: { kind: 'unit', unit: lab.units.pilotComputers },
    },
    live: labSources(lab, {
      directory: [labDirectory(lab)],
      adfs: [{ id: 'fs', host: lab.web.adfsHost }],
      sysvol: [{ id: 'sysvol', path: lab.sysvolPath, domain: lab.dc.domain }],
      revocationLists: true,
      domainControllerCertificates: true,
      authorityInformation: true,
      enrolmentEndpoints: true,
      dns: true,
      dnsServers: [lab.dc.address],
      everyDomain: true,
      ...live,
    }),
  });
}

/** Collects and judges the lab as `reader`. */
export const assessLab = (
  lab: Lab,
  live: Partial<LiveSources> = {},
  options: AssessOptions = {},
): Promise<Assessment> => assessPlan(labPlan(lab, live), { passwords: { lab: lab.users.reader.password }, ...options });
