import check from '../../../../src-main/checks/sso/sso-011-scep-template.check';
import type { SecurityDescriptor, ServiceAccount } from '../../../../src-shared/model/evidence/access';
import { type CheckCase, describeCheck, failed } from '../check-cases';
import { dnOf, forest, guid } from '../contoso';
import { authoritiesOf, authority } from '../pki/authorities';
import { authenticatedUsers, enrolling } from '../pki/template-rights';
import { builtInTemplates, type Changes, helloTemplate, scepTemplate, templatesOf, usage } from '../pki/templates';
import { deny, descriptor, group, principalRecords, rid, sidOf } from '../principals';
import { ndesAccount, ndesScope, ndesSid } from './ndes';

const id = guid(104);
const scope = ndesScope;
const having = (
  changes: Changes = {},
  accounts: readonly ServiceAccount[] = [ndesAccount()],
  groups: readonly ReturnType<typeof group>[] = [],
): CheckCase['evidence'] => [
  templatesOf([
    ...builtInTemplates,
    helloTemplate(),
    scepTemplate({ securityDescriptor: enrolling(ndesSid), ...changes }),
  ]),
  authoritiesOf([authority({ templates: ['WHFBAuthentication', 'AADJWHFBAuthentication'] })]),
  ...principalRecords({ accounts, groups }),
];
const secured = (securityDescriptor: SecurityDescriptor | undefined, accounts?: readonly ServiceAccount[]) =>
  having({ securityDescriptor }, accounts);

describeCheck(check, [
  { name: 'as the guide has it', scope, evidence: having(), outcome: 'pass', objects: { [id]: 'pass' } },
  {
    name: 'subject built from Active Directory',
    scope,
    evidence: having({ nameFlag: 0x8200_0000 }),
    outcome: 'fail',
    severity: 'blocker',
    says: ['builds the subject'],
    differs: ['AADJWHFBAuthentication'],
  },
  {
    name: 'without Smart Card Logon',
    scope,
    evidence: having({ extendedKeyUsage: [usage.client], applicationPolicies: [usage.client] }),
    outcome: 'fail',
    severity: 'blocker',
    says: ['lacks Smart Card Logon'],
  },
  {
    name: 'without Client Authentication, under another name',
    scope,
    evidence: [
      templatesOf([
        scepTemplate({
          cn: 'Intune Anmeldung',
          extendedKeyUsage: [usage.smartCardLogon],
          applicationPolicies: [usage.smartCardLogon],
          securityDescriptor: enrolling(ndesSid),
        }),
      ]),
      authoritiesOf([authority({ templates: ['Intune Anmeldung'] })]),
      ...principalRecords({ accounts: [ndesAccount()] }),
    ],
    outcome: 'fail',
    says: ['Intune Anmeldung lacks Client Authentication'],
  },
  { name: 'short key', scope, evidence: having({ minimalKeySize: 1024 }), outcome: 'fail', says: ['1024'] },
  { name: 'no digital signature', scope, evidence: having({ keyUsageBits: 0x20 }), outcome: 'fail' },
  {
    name: 'exportable',
    scope,
    evidence: having({ privateKeyFlag: 0x0606_0010 }),
    outcome: 'warning',
    severity: 'high',
    says: ['SEC-016'],
  },
  {
    name: 'Authenticated Users may enrol too',
    scope,
    evidence: secured(enrolling(ndesSid, authenticatedUsers)),
    outcome: 'fail',
    severity: 'high',
    says: ['lets Authenticated Users enrol'],
  },
  {
    name: 'another account may enrol too',
    scope,
    evidence: secured(enrolling(ndesSid, sidOf(rid.connector))),
    outcome: 'fail',
    severity: 'high',
    says: ['besides the NDES account'],
  },
  {
    name: 'through a group of the NDES account',
    scope,
    evidence: having(
      { securityDescriptor: enrolling(sidOf(1740)) },
      [ndesAccount({ memberOf: [`CN=NDES,CN=Users,${dnOf(forest)}`] })],
      [group('NDES', 1740)],
    ),
    outcome: 'pass',
  },
  {
    name: 'NDES lacks the right',
    scope,
    evidence: secured(descriptor()),
    outcome: 'fail',
    severity: 'blocker',
    says: ['does not let the NDES account NDESSvc'],
  },
  {
    name: 'no NDES account known, somebody may enrol',
    scope,
    evidence: secured(enrolling(ndesSid), []),
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['SSO-009'],
  },
  {
    name: 'no NDES account known, nobody may enrol',
    scope,
    evidence: secured(descriptor(), []),
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'permissions not visible',
    scope,
    evidence: secured(undefined),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'key usage not returned',
    scope,
    evidence: having({ keyUsageBits: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'no such template',
    scope,
    evidence: [
      templatesOf([...builtInTemplates, helloTemplate()]),
      authoritiesOf([authority({ templates: ['WHFBAuthentication'] })]),
    ],
    outcome: 'fail',
    severity: 'blocker',
    says: ['None of 8 certificate templates'],
  },
  {
    name: 'a hidden template',
    scope,
    evidence: [templatesOf(builtInTemplates), authoritiesOf([authority({ templates: ['AADJWHFBAuthentication'] })])],
    outcome: 'unknown',
    reason: 'contradictory',
  },
  {
    name: 'denied',
    scope,
    evidence: [failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'NDES not in scope', evidence: having(), outcome: 'not-applicable' },
  {
    name: 'schema version 1',
    scope,
    evidence: having({ schemaVersion: 1 }),
    outcome: 'warning',
    says: ['has schema version 1'],
  },
  ...(['nameFlag', 'schemaVersion', 'minimalKeySize', 'privateKeyFlag'] as const).map(
    (attribute): CheckCase => ({
      name: `${attribute} not returned`,
      scope,
      evidence: having({ [attribute]: undefined }),
      outcome: 'unknown',
      reason: 'access-denied',
      notes: { [id]: 'without its attribute' },
    }),
  ),
  {
    name: 'denied to a group of which it was not read whether NDES is in it',
    scope,
    evidence: secured(descriptor([deny(sidOf(1670), 0xf_01ff), ...enrolling(ndesSid).entries]), [
      ndesAccount({ memberOf: [`CN=Verborgen,${dnOf(forest)}`] }),
    ]),
    outcome: 'unknown',
    reason: 'not-collected',
    notes: { [id]: 'not read whether the NDES account' },
  },
  {
    name: 'usages not returned',
    scope,
    evidence: having({ unreadUsages: true }),
    outcome: 'unknown',
    reason: 'access-denied',
    notes: { [id]: 'msPKI-Certificate-Application-Policy' },
  },
]);
