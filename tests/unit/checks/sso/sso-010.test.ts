import check from '../../../../src-main/checks/sso/sso-010-ndes-settings.check';
import type { HostCertificates } from '../../../../src-shared/model/evidence/host';
import type { NdesServer } from '../../../../src-shared/model/evidence/ndes';
import { type CheckCase, describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { describedAs, describedStore } from '../described';
import { authoritiesOf, authority, certificate } from '../pki/authorities';
import { builtInTemplates, scepTemplate, templatesOf } from '../pki/templates';
import { certificateProfiles, scepProfile } from '../pol/intune';
import { machineStoreOf, ndesHost, ndesServer, ndesScope as scope } from './ndes';

const id = `host:${ndesHost}`;
const later = '2028-05-01T00:00:00Z';
const agent = (usage: string, notAfter = later, more: object = {}): HostCertificates['certificates'][number] => ({
  certificate: certificate({ notAfter, keyUsage: [usage], extendedKeyUsage: ['1.3.6.1.4.1.311.20.2.1'] }),
  hasPrivateKey: true,
  ...more,
});
const both = [agent('digitalSignature'), agent('keyEncipherment')];
const templates = [
  templatesOf([...builtInTemplates, scepTemplate()]),
  authoritiesOf([authority({ templates: ['AADJWHFBAuthentication'] })]),
];
const profile = (keyUsage: string) => certificateProfiles(scepProfile({ keyUsage }));
const having = (
  server: Partial<NdesServer>,
  certificates = both,
  more: CheckCase['evidence'] = [...templates, profile('digitalSignature')],
): CheckCase['evidence'] => [ndesServer(server), machineStoreOf(certificates), ...more];
const told = (
  described: Parameters<typeof describedStore>[1],
  held: HostCertificates['certificates'] = [],
): CheckCase['evidence'] => [
  ndesServer(named),
  describedStore({ host: ndesHost, store: 'machine' }, described, held),
  ...templates,
  profile('digitalSignature'),
];
const named = { signatureTemplate: 'AADJWHFBAuthentication' };
const one = (
  name: string,
  evidence: CheckCase['evidence'],
  outcome: 'pass' | 'fail' | 'warning',
  note = '',
): CheckCase => ({ name, scope, evidence, outcome, objects: { [id]: outcome }, notes: { [id]: note } });
const open = (name: string, evidence: CheckCase['evidence'], note: string): CheckCase => ({
  name,
  scope,
  evidence,
  outcome: 'unknown',
  reason: 'not-collected',
  notes: { [id]: note },
});

describeCheck(check, [
  {
    ...one('the template under the value of its key usage', having(named), 'pass'),
    decisive: ['host.certificates certificates.*.hasPrivateKey'],
  },
  one('in another case of letters', having({ signatureTemplate: 'aadjwhfbauthentication' }), 'pass'),
  one(
    'both key usages',
    having({ generalPurposeTemplate: 'AADJWHFBAuthentication' }, both, [
      ...templates,
      profile('keyEncipherment,digitalSignature'),
    ]),
    'pass',
  ),
  one(
    'the template under another value',
    having({ encryptionTemplate: 'AADJWHFBAuthentication', signatureTemplate: 'IPSECIntermediateOffline' }),
    'fail',
    'does not ask for the template in SignatureTemplate',
  ),
  one(
    'the values of a fresh server',
    having({ signatureTemplate: 'IPSECIntermediateOffline', encryptionTemplate: 'IPSECIntermediateOffline' }),
    'fail',
    'no template made for Hello',
  ),
  one('no value', having({}), 'fail', 'no template made for Hello'),
  one('a display name', having({ signatureTemplate: 'AADJ WHFB Authentication' }), 'fail'),
  open('no profile read', having(named, both, templates), 'key usage of the SCEP profile is not known'),
  open(
    'templates that may be hidden',
    having(named, both, [
      templatesOf(builtInTemplates),
      authoritiesOf([authority({ templates: ['AADJWHFBAuthentication'] })]),
      profile('digitalSignature'),
    ]),
    'not known whether they are made for Hello',
  ),
  one('no signing certificate', having(named, [agent('keyEncipherment')]), 'fail', 'has no signing certificate'),
  one('no encryption certificate', having(named, [agent('digitalSignature')]), 'fail', 'no encryption certificate'),
  one(
    'a certificate without its key',
    having(named, [agent('digitalSignature', later, { hasPrivateKey: false }), agent('keyEncipherment')]),
    'fail',
    'has no signing certificate',
  ),
  one(
    'an ended certificate',
    having(named, [agent('digitalSignature', '2026-10-01T00:00:00Z'), agent('keyEncipherment')]),
    'fail',
    'ended 52 days ago',
  ),
  one(
    'an ended one and its successor',
    having(named, [agent('digitalSignature', '2026-10-01T00:00:00Z'), ...both]),
    'pass',
  ),
  one(
    'a certificate that ends soon',
    having(named, [agent('digitalSignature', '2026-12-22T15:00:00Z'), agent('keyEncipherment')]),
    'warning',
    'ends in 30 days',
  ),
  open(
    'certificates of another host only',
    [
      ndesServer(named),
      record('host.certificates', 'fs01 machine', { host: 'fs01.contoso.com', store: 'machine', certificates: both }),
      ...templates,
      profile('digitalSignature'),
    ],
    'was not asked for the certificates',
  ),
  {
    name: 'denied',
    scope,
    evidence: [failed('ndes.server', ndesHost, 'access-denied'), ...having(named).slice(1)],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'templates denied',
    scope,
    evidence: [...having(named).slice(0, 2), failed('ad.certificate-templates', forest, 'access-denied')],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  { name: 'NDES not in scope', evidence: having(named), outcome: 'not-applicable' },
  {
    name: 'both are described',
    scope,
    evidence: told(both.map(({ certificate: facts }) => describedAs(facts))),
    outcome: 'unknown',
    reason: 'unreadable',
    notes: { [id]: 'may have a signing certificate, but its dates are told in the language of the machine only' },
  },
  one(
    'one is described, of the other usage there is none',
    told([describedAs(agent('digitalSignature').certificate)]),
    'fail',
    'has no encryption certificate',
  ),
  one('what is described has no key', told([{ hasPrivateKey: false }]), 'fail', 'has no signing certificate'),
  one('what is held lasts longer than it needs to', told([{}], both), 'pass'),
]);
