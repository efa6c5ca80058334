import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import {
  isExportable,
  needsApproval,
  needsSignature,
  usesLegacyProvider,
} from '../../evidence/derived/template-traits';
import { day, spanInWords } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { agentRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

const smallestKey = 2048;
const shortestDays = 60;
const longestDays = 730;

export default defineCheck({
  id: 'PKI-021',
  revision: 1,
  why: 'AD FS requests and renews its agent certificate by itself; a request that waits for approval or needs a signature never ends in a certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(agentRole, inputs, scope, judgeTemplate, (template) => ({
      observed: describe(template),
      expected:
        'no approval, no signature, RSA of at least 2048 bits in a key storage provider, SHA256, not exportable, valid for 60 days to 2 years',
    })),
  remediation: {
    task: 'Correct cryptography and lifetime of the enrolment agent template.',
    steps: [
      'Open the template in certtmpl.msc, tab “Issuance Requirements”: clear approval and the number of authorised signatures.',
      'Tab “Cryptography”: Key Storage Provider, RSA, 2048, SHA256. Tab “Request Handling”: clear “Allow private key to be exported”.',
      'Tab “General”: validity of at most 2 years.',
      'Provider category and hash need a template of schema version 3 or higher: duplicate “Exchange Enrollment Agent (Offline request)” again (PKI-019) when they cannot be chosen.',
    ],
    command: ['certtmpl.msc', 'certutil -v -dsTemplate WHFBEnrollmentAgent', 'Restart-Service adfssrv'].join('\n'),
    verify:
      'The dump shows msPKI-RA-Signature 0, no CT_FLAG_PEND_ALL_REQUESTS, no CTPRIVATEKEY_FLAG_EXPORTABLE_KEY, msPKI-Minimal-Key-Size 2048, RSA and SHA256.',
    revert: 'Set the former choices on the same tabs.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const inWords = (seconds: number | undefined): string =>
  seconds === undefined ? 'not returned' : spanInWords(seconds * 1000);

function describe(template: CertificateTemplate): string {
  const answer = (value: boolean | undefined): string => (value === undefined ? 'not returned' : value ? 'yes' : 'no');
  return [
    `approval ${answer(needsApproval(template))}`,
    `signatures ${template.raSignatures ?? 'not returned'}`,
    `minimum key size ${template.minimalKeySize ?? 'not returned'}`,
    `algorithm ${template.asymmetricAlgorithm ?? 'not named'}`,
    `hash ${template.hashAlgorithm ?? 'not named'}`,
    `legacy provider ${answer(usesLegacyProvider(template))}`,
    `exportable ${answer(isExportable(template))}`,
    `validity ${inWords(template.validitySeconds)}`,
  ].join(', ');
}

function judgeTemplate(template: CertificateTemplate): TemplateVerdict {
  return combined(
    [...judgeIssuance(template), ...judgeKey(template), ...judgeProvider(template), ...judgeLife(template)],
    'is issued without approval, with a key of at least 2048 bits that cannot be exported',
  );
}

function judgeIssuance(template: CertificateTemplate): readonly TemplateVerdict[] {
  const [waits, isSigned] = [needsApproval(template), needsSignature(template)];
  return [
    ...(waits === undefined ? [notReturned('msPKI-Enrollment-Flag')] : []),
    ...(isSigned === undefined ? [notReturned('msPKI-RA-Signature')] : []),
    ...(waits === true ? [fault('makes every request wait for a CA manager', 'blocker')] : []),
    ...(isSigned === true ? [fault('requires a signature, which AD FS cannot give for itself', 'blocker')] : []),
  ];
}

function judgeKey(template: CertificateTemplate): readonly TemplateVerdict[] {
  const { minimalKeySize } = template;
  const exportable = isExportable(template);
  return [
    ...(minimalKeySize === undefined ? [notReturned('msPKI-Minimal-Key-Size')] : []),
    ...(minimalKeySize !== undefined && minimalKeySize < smallestKey
      ? [fault(`accepts keys of ${minimalKeySize} bits; at least ${smallestKey} are needed`, 'medium')]
      : []),
    ...(exportable === undefined ? [notReturned('msPKI-Private-Key-Flag')] : []),
    ...(exportable === true ? [risk('lets the private key be exported (SEC-025)', 'medium')] : []),
  ];
}

function judgeProvider(template: CertificateTemplate): readonly TemplateVerdict[] {
  const isLegacy = usesLegacyProvider(template);
  if (isLegacy === undefined) return [notReturned('msPKI-Private-Key-Flag')];
  if (isLegacy) return [risk('asks for a legacy provider instead of a key storage provider', 'medium')];
  const { asymmetricAlgorithm, hashAlgorithm } = template;
  if (asymmetricAlgorithm === undefined || hashAlgorithm === undefined)
    return [notReturned('msPKI-RA-Application-Policies, which names its algorithms')];
  return [
    ...(asymmetricAlgorithm.toUpperCase() === 'RSA'
      ? []
      : [risk(`asks for ${asymmetricAlgorithm} keys instead of RSA`, 'medium')]),
    ...(hashAlgorithm.toUpperCase() === 'SHA256'
      ? []
      : [risk(`asks for requests hashed with ${hashAlgorithm} instead of SHA256`, 'medium')]),
  ];
}

function judgeLife({ validitySeconds }: CertificateTemplate): readonly TemplateVerdict[] {
  if (validitySeconds === undefined) return [notReturned('pKIExpirationPeriod')];
  const days = (validitySeconds * 1000) / day;
  if (days < shortestDays) return [risk(`issues for ${inWords(validitySeconds)} only`, 'medium')];
  return days > longestDays ? [risk(`issues for ${inWords(validitySeconds)}, more than 2 years`, 'medium')] : [];
}
