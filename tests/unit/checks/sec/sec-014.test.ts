import check from '../../../../src-main/checks/sec/sec-014-schema-one.check';
import type { CertificateTemplate } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, record } from '../check-cases';
import { guid } from '../contoso';
import { authenticatedUsers, enrolling } from '../pki/template-rights';
import { builtIn, type Changes, helloTemplate, scepTemplate, usage } from '../pki/templates';
import { descriptor, rid, sidOf } from '../principals';
import { offeredCases, offering } from './offered-cases';

const id = guid(164);
const safe = helloTemplate({ securityDescriptor: enrolling(authenticatedUsers) });
const webServer = (changes: Changes = {}): CertificateTemplate =>
  scepTemplate({
    cn: 'WebServer',
    objectGuid: id,
    schemaVersion: 1,
    flags: 66113,
    extendedKeyUsage: [usage.server],
    applicationPolicies: [],
    securityDescriptor: descriptor(),
    ...changes,
  });

/** The CA of {@link offering}, as its own computer tells its release. */
const caSystem = (build: number, revision?: number, host = 'ca01.contoso.com') =>
  record('host.system', host, { host, role: 'ca', build, ...(revision === undefined ? {} : { revision }) });
const open = offering([webServer({ securityDescriptor: enrolling(authenticatedUsers) })]);

describeCheck(check, [
  {
    name: 'WebServer for everybody on a CA without the update',
    evidence: [...open, caSystem(20348, 2848)],
    outcome: 'fail',
    severity: 'high',
    says: ['lacks the update of November 2024'],
    objects: { [id]: 'fail' },
  },
  {
    name: 'a release that never got the update',
    evidence: [...open, caSystem(6001)],
    outcome: 'fail',
  },
  {
    name: 'WebServer for everybody on a CA with the update',
    evidence: [...open, caSystem(20348, 2849)],
    outcome: 'warning',
    severity: 'medium',
    says: ['the CA has the update'],
  },
  {
    name: 'a release younger than this version',
    evidence: [...open, caSystem(30000)],
    outcome: 'warning',
    severity: 'medium',
  },
  {
    name: 'a release without revision, and another computer, tell nothing',
    evidence: [...open, caSystem(20348), caSystem(20348, 1, 'ca99.contoso.com')],
    outcome: 'warning',
    severity: 'high',
    says: ['not part of the evidence'],
  },
  {
    name: 'no schema version 1 with a supplied subject',
    evidence: offering([safe, { ...builtIn.smartcardLogon, securityDescriptor: enrolling(authenticatedUsers) }]),
    outcome: 'pass',
    objects: { [guid(101)]: 'pass', [guid(111)]: 'pass' },
  },
  {
    name: 'WebServer for everybody',
    evidence: offering([safe, webServer({ securityDescriptor: enrolling(authenticatedUsers) })]),
    outcome: 'warning',
    severity: 'high',
    says: ['1 of 2 published templates is of schema version 1', 'Authenticated Users may enrol', 'update'],
    objects: { [guid(101)]: 'pass', [id]: 'warning' },
    differs: ['WebServer'],
  },
  {
    name: 'WebServer for Tier 0 only, as Windows has it',
    evidence: offering([webServer()]),
    outcome: 'warning',
    severity: 'medium',
    says: ['nobody besides Tier 0'],
  },
  {
    name: 'WebServer for a chosen group',
    evidence: offering([webServer({ securityDescriptor: enrolling(sidOf(rid.helpdesk)) })]),
    outcome: 'warning',
    severity: 'medium',
    says: ['Helpdesk may enrol'],
  },
  {
    name: 'permissions not visible',
    evidence: offering([webServer({ securityDescriptor: undefined })]),
    outcome: 'warning',
    severity: 'high',
    says: ['not visible'],
  },
  {
    name: 'the built-in Exchange Enrollment Agent (Offline request)',
    evidence: offering([{ ...builtIn.enrollmentAgentOffline, securityDescriptor: descriptor() }]),
    outcome: 'warning',
    objects: { [guid(112)]: 'warning' },
  },
  {
    name: 'a template of Windows 2000 without a version',
    evidence: offering([
      webServer({ schemaVersion: undefined, minimalKeySize: undefined, raSignatures: undefined, nameFlag: undefined }),
    ]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'name flag not returned',
    evidence: offering([webServer({ nameFlag: undefined })]),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...offeredCases(safe, webServer()),
]);
