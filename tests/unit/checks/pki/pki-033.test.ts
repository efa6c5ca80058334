import check from '../../../../src-main/checks/pki/pki-033-strong-mapping.check';
import type { EvidenceRecord } from '../../../../src-shared/model/evidence';
import type { PilotUserTraits } from '../../../../src-shared/model/evidence/directory';
import type { CertificateFacts } from '../../../../src-shared/model/evidence/pki';
import { describeCheck, failed, record } from '../check-cases';
import { domainSid, guid } from '../contoso';
import { describedStore } from '../described';
import { pilotWith } from '../pilot-traits';
import { certificate } from './authorities';
import { absenceCases, withTemplates } from './hello-template-cases';
import { helloTemplate } from './templates';

const templateOid = '1.3.6.1.4.1.311.21.8.9025139.12413822.8275629.7143211.6041237.187.5823411.10027735';
const templates = withTemplates(helloTemplate({ oid: templateOid }));
const issued = (more: Partial<CertificateFacts>): EvidenceRecord => {
  const facts = certificate({ isCa: false, templateOid, notBefore: '2026-10-01T08:00:00.000Z', ...more });
  return record('pki.certificate', facts.thumbprint, { certificate: facts });
};
const held = (more: Partial<CertificateFacts>): EvidenceRecord =>
  record('host.certificates', 'pc0425 user', {
    host: 'pc0425',
    store: 'user',
    certificates: [
      { certificate: certificate({ isCa: false, templateOid, notBefore: '2026-10-01T08:00:00.000Z', ...more }) },
    ],
  });
const names = { dnsNames: [], userPrincipalNames: [], uris: [] };
const toldStore = (...described: Parameters<typeof describedStore>[1]) =>
  describedStore(
    { host: 'pc0425', store: 'user' },
    described.map((one) => ({ template: { templateOid }, names, ...one })),
  );
const mapped = (countByForm: PilotUserTraits['mappings']['countByForm']): EvidenceRecord =>
  pilotWith({ mappings: { countByForm, weak: [] } });
const sid = `${domainSid}-1187`;

describeCheck(check, [
  {
    name: 'an issued certificate has the SID extension',
    evidence: [...templates, issued({ sid })],
    outcome: 'pass',
    says: ['2026-10-01', 'has it'],
    objects: { [guid(101)]: 'pass' },
  },
  {
    name: 'an issued certificate has the SID as SCEP writes it',
    evidence: [...templates, issued({ uris: [`tag:microsoft.com,2022-09-14:sid:${sid}`] })],
    outcome: 'pass',
  },
  {
    name: 'found by the template name of old extensions',
    evidence: [...templates, issued({ sid, templateOid: '1.2.3', templateName: 'whfbauthentication' })],
    outcome: 'pass',
  },
  {
    name: 'the newest certificate counts',
    evidence: [
      ...templates,
      issued({ sid }),
      issued({ thumbprint: 'D4'.repeat(20), notBefore: '2025-01-01T08:00:00.000Z' }),
    ],
    outcome: 'pass',
  },
  {
    name: 'a certificate in the store of a user counts as one that was exported',
    evidence: [...templates, held({ sid })],
    outcome: 'pass',
    says: ['2026-10-01', 'has it'],
  },
  {
    name: 'the newest counts, wherever it was read',
    evidence: [
      ...templates,
      issued({ sid, notBefore: '2026-08-01T08:00:00.000Z' }),
      held({ thumbprint: 'D4'.repeat(20) }),
      mapped({ subject: 3 }),
    ],
    outcome: 'fail',
    says: ['2026-10-01', 'lacks it'],
  },
  {
    name: 'a store that holds only certificates of other templates',
    evidence: [...templates, held({ sid, templateOid: '1.2.3' })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['none was read'],
  },
  {
    name: 'a store that could not be read',
    evidence: [...templates, failed('host.certificates', 'pc0425 user', 'access-denied')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'no issued certificate',
    evidence: templates,
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['adds the SID', 'none was read'],
  },
  {
    name: 'only certificates of other templates',
    evidence: [...templates, issued({ sid, templateOid: '1.2.3' })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the template leaves the SID out (524384)',
    evidence: [...withTemplates(helloTemplate({ oid: templateOid, enrollmentFlag: 524384 })), issued({ sid })],
    outcome: 'fail',
    severity: 'high',
    says: ['leaves the SID out'],
    differs: ['WHFBAuthentication'],
  },
  {
    name: 'the certificate lacks it and nobody has a strong mapping',
    evidence: [...templates, issued({}), mapped({ subject: 3 })],
    outcome: 'fail',
    says: ['lacks it', 'no pilot user'],
  },
  {
    name: 'the certificate lacks it, some users have strong mappings',
    evidence: [...templates, issued({}), mapped({ 'issuer-serial': 1, 'public-key-hash': 1 })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['2 strong explicit mappings'],
  },
  {
    name: 'the certificate lacks it, mappings not read',
    evidence: [...templates, issued({})],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the certificate lacks it, mappings of one domain not read',
    evidence: [...templates, issued({}), mapped({}), failed('ad.pilot-users', 'emea.contoso.com', 'unreachable')],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'flag not returned',
    evidence: [...withTemplates(helloTemplate({ enrollmentFlag: undefined })), issued({ sid })],
    outcome: 'unknown',
    reason: 'access-denied',
  },
  ...absenceCases,
  {
    name: 'described, and all have the extension',
    evidence: [...templates, toldStore({ hasSid: true }, { hasSid: true }), issued({ sid })],
    outcome: 'pass',
    says: ['issued on 2026-10-01, 2 whose date was not told'],
  },
  {
    name: 'described, and all lack it',
    evidence: [...templates, toldStore({ hasSid: false }), mapped({ subject: 3 })],
    outcome: 'fail',
    says: ['1 whose date was not told', 'lacks it'],
  },
  {
    name: 'described, and they differ',
    evidence: [...templates, toldStore({ hasSid: false }), issued({ sid }), mapped({ subject: 3 })],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['is not known'],
  },
  {
    name: 'described, of an unknown template',
    evidence: [...templates, describedStore({ host: 'pc0425', store: 'user' }, [{ hasSid: true }])],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['none was read'],
  },
]);
