import check from '../../../../src-main/checks/pki/pki-029-whfb-key-and-compatibility.check';
import { type CheckCase, describeCheck } from '../check-cases';
import { guid } from '../contoso';
import { absenceCases, withTemplates } from './hello-template-cases';
import { type Changes, helloTemplate, templatesOf } from './templates';

const having = (changes: Changes): CheckCase['evidence'] => withTemplates(helloTemplate(changes));

describeCheck(check, [
  {
    name: 'sample A.8',
    evidence: having({}),
    outcome: 'pass',
    says: ['RSA 2048, SHA256'],
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: 'provider list with the Passport provider',
    evidence: having({
      providers: ['Microsoft Software Key Storage Provider', 'Microsoft Passport Key Storage Provider'],
    }),
    outcome: 'pass',
  },
  {
    name: 'compatibility 2012 R2 / 8.1 as in the sample of the guide (86311040)',
    evidence: having({ privateKeyFlag: 86311040 }),
    outcome: 'warning',
    severity: 'high',
    says: ['Windows Server 2012 R2', 'Windows 8.1'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'compatibility 2012 / 8',
    evidence: having({ privateKeyFlag: 0x0424_0080 }),
    outcome: 'warning',
    says: ['Windows Server 2012,'],
  },
  { name: 'recipient older than CA', evidence: having({ privateKeyFlag: 0x0526_0080 }), outcome: 'warning' },
  {
    name: 'schema version 3',
    evidence: having({ schemaVersion: 3, privateKeyFlag: 0x80 }),
    outcome: 'warning',
    says: ['schema version 3'],
  },
  {
    name: 'schema version 2 has legacy providers',
    evidence: having({
      schemaVersion: 2,
      privateKeyFlag: 0x80,
      asymmetricAlgorithm: undefined,
      hashAlgorithm: undefined,
    }),
    outcome: 'fail',
    says: ['legacy provider', 'schema version 2'],
  },
  {
    name: 'legacy provider flag of schema version 4',
    evidence: having({ privateKeyFlag: 0x0626_0180, asymmetricAlgorithm: undefined, hashAlgorithm: undefined }),
    outcome: 'fail',
    says: ['legacy provider'],
  },
  { name: 'keys over 2048', evidence: having({ minimalKeySize: 4096 }), outcome: 'fail', says: ['4096 bits'] },
  { name: 'keys under 2048', evidence: having({ minimalKeySize: 1024 }), outcome: 'fail', says: ['1024 bits'] },
  {
    name: 'elliptic curve',
    evidence: having({ asymmetricAlgorithm: 'ECDSA_P256', minimalKeySize: 256 }),
    outcome: 'fail',
    says: ['256 bits', 'ECDSA_P256'],
  },
  { name: 'SHA-1 requests', evidence: having({ hashAlgorithm: 'SHA1' }), outcome: 'warning', says: ['SHA1'] },
  {
    name: 'limited to the software provider',
    evidence: having({ providers: ['Microsoft Software Key Storage Provider'] }),
    outcome: 'fail',
    says: ['Microsoft Software Key Storage Provider'],
  },
  {
    name: 'algorithms not returned',
    evidence: having({ asymmetricAlgorithm: undefined, hashAlgorithm: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['msPKI-RA-Application-Policies'],
  },
  {
    name: 'key size not returned',
    evidence: having({ minimalKeySize: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'private-key flag not returned',
    evidence: having({ privateKeyFlag: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
  },
  {
    name: 'schema version not returned',
    evidence: having({ schemaVersion: undefined }),
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['msPKI-Template-Schema-Version'],
  },
  ...absenceCases,
  {
    name: 'private-key flags without the compatibility levels',
    evidence: [templatesOf([helloTemplate({ privateKeyFlag: 0x20_0080 })])],
    outcome: 'unknown',
    reason: 'access-denied',
    says: ['compatibility levels'],
  },
]);
