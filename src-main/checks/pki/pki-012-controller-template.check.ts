import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import type { Scope } from '../../../src-shared/model/scope';
import { isBuiltIn, isMachineTemplate, usagesOf } from '../../evidence/derived/template-roles';
import { isReadable, isSchemaOne, needsApproval, suppliesSubject } from '../../evidence/derived/template-traits';
import { spanInWords } from '../../evidence/derived/time-span';
import { enrollmentFlag, hasBits, nameFlag } from '../../knowledge/certificate-template-values';
import { keyUsageOid } from '../../knowledge/object-identifiers';
import { defineCheck } from '../define-check';
import { hex, listed } from '../wording';
import { controllerRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

const smallestKey = 2048;

export default defineCheck({
  id: 'PKI-012',
  revision: 1,
  why: 'Every future certificate of a domain controller inherits the faults of this template.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(
      controllerRole,
      inputs,
      scope,
      (template) => judgeTemplate(template, scope),
      (template) => ({
        observed: describe(template),
        expected:
          'computer template of schema version 4; KDC, Client and Server Authentication; subject from Active Directory with the DNS names of controller and domain; keys of at least 2048 bits; no signature',
      }),
    ),
  remediation: {
    task: 'Correct the template of the domain controllers.',
    steps: [
      'Duplicate the template “Kerberos Authentication” in certtmpl.msc and name the copy “Domain Controller Authentication (Kerberos)”; only a duplicate of this one puts the domain name into certificates.',
      'Set the compatibility to CA Windows Server 2016 and recipient Windows 10 / Windows Server 2016.',
      'Tab “Subject Name”: build from Active Directory, format “None”, alternative name “DNS name”. Tab “Cryptography”: Key Storage Provider, RSA, 2048, SHA256.',
      'Supersede the older templates (PKI-014), let domain controllers enrol (PKI-013), and publish it (PKI-032).',
    ],
    command: ['certtmpl.msc', 'certutil -v -dsTemplate "DomainControllerAuthentication(Kerberos)"'].join('\n'),
    verify:
      'The dump lists CT_FLAG_MACHINE_TYPE, CT_FLAG_SUBJECT_ALT_REQUIRE_DNS and CT_FLAG_SUBJECT_ALT_REQUIRE_DOMAIN_DNS, and the usage 1.3.6.1.5.2.3.5.',
    revert: 'Publish the former template again and take the new one off the CAs.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const describe = (template: CertificateTemplate): string =>
  [
    `${isMachineTemplate(template) === false ? 'user' : 'computer'} template of schema version ${template.schemaVersion ?? 'not returned'}`,
    `usages ${listed(usagesOf(template), 10) || 'none'}`,
    `name flag ${template.nameFlag === undefined ? 'not returned' : hex(template.nameFlag)}`,
    `minimum key size ${template.minimalKeySize ?? 'not returned'}`,
    `signatures ${template.raSignatures ?? 'not returned'}`,
  ].join(', ');

function judgeTemplate(template: CertificateTemplate, scope: Scope): TemplateVerdict {
  return combined(
    [
      ...judgeNames(template),
      ...judgeUsages(template, scope),
      ...judgeKey(template),
      ...judgeIssuance(template),
      ...judgeLife(template),
    ],
    `is a computer template of schema version ${template.schemaVersion ?? 'not returned'} with the usages, names and key size domain controllers need`,
  );
}

function judgeNames(template: CertificateTemplate): readonly TemplateVerdict[] {
  const { flags, nameFlag: names } = template;
  if (flags === undefined) return [notReturned('flags')];
  if (names === undefined) return [notReturned('msPKI-Certificate-Name-Flag')];
  const isSupplied = suppliesSubject(template) === true;
  return [
    ...(isMachineTemplate(template) === false
      ? [fault('is a template for users, which domain controllers cannot enrol')]
      : []),
    ...(isSupplied ? [fault('lets the requester supply the subject')] : []),
    ...(isSupplied || hasBits(names, nameFlag.alternativeNameDns)
      ? []
      : [fault('does not put the DNS name of the domain controller into the certificate')]),
    ...(isSupplied || hasBits(names, nameFlag.alternativeNameDomainDns)
      ? []
      : [risk('does not put the name of the domain into the certificate')]),
  ];
}

const neededUsages: readonly (readonly [oid: string, name: string])[] = [
  [keyUsageOid.serverAuthentication, 'Server Authentication'],
  [keyUsageOid.clientAuthentication, 'Client Authentication'],
];

function judgeUsages(template: CertificateTemplate, { joinTypes }: Scope): readonly TemplateVerdict[] {
  const usages = usagesOf(template);
  if (usages.length === 0 && !isReadable(template)) return [notReturned('pKIExtendedKeyUsage')];
  if (template.unreadUsages) return [notReturned('msPKI-Certificate-Application-Policy')];
  const lacking = neededUsages.filter(([oid]) => !usages.includes(oid)).map(([, name]) => name);
  const kdc = joinTypes.entraJoined
    ? fault('lacks KDC Authentication, which Entra joined devices insist on')
    : risk('lacks KDC Authentication, which Entra joined devices would insist on');
  return [
    ...(lacking.length > 0 ? [fault(`lacks ${listed(lacking)}`)] : []),
    ...(usages.includes(keyUsageOid.kdcAuthentication) ? [] : [kdc]),
  ];
}

function judgeKey({ minimalKeySize }: CertificateTemplate): readonly TemplateVerdict[] {
  if (minimalKeySize === undefined) return [notReturned('msPKI-Minimal-Key-Size')];
  return minimalKeySize < smallestKey
    ? [fault(`accepts keys of ${minimalKeySize} bits; at least ${smallestKey} are needed`)]
    : [];
}

function judgeIssuance(template: CertificateTemplate): readonly TemplateVerdict[] {
  const { enrollmentFlag: flags, raSignatures } = template;
  const isOne = isSchemaOne(template);
  if (flags === undefined) return [notReturned('msPKI-Enrollment-Flag')];
  if (raSignatures === undefined && isOne === false) return [notReturned('msPKI-RA-Signature')];
  return [
    ...((raSignatures ?? 0) > 0 ? [fault('requires a signature, which domain controllers cannot give')] : []),
    ...(needsApproval(template) === true ? [risk('makes every request wait for a CA manager')] : []),
    ...(hasBits(flags, enrollmentFlag.autoEnrollment) ? [] : [risk('is not meant for autoenrolment')]),
    ...(isBuiltIn(template) ? [risk('is a built-in template, whose provider and hash cannot be chosen')] : []),
    ...(isOne === undefined ? [notReturned('msPKI-Template-Schema-Version')] : []),
    ...(isOne === true ? [risk('has schema version 1, which cannot be autoenrolled by rule nor changed')] : []),
  ];
}

function judgeLife({ validitySeconds, renewalSeconds }: CertificateTemplate): readonly TemplateVerdict[] {
  if (validitySeconds === undefined) return [notReturned('pKIExpirationPeriod')];
  if (renewalSeconds === undefined) return [notReturned('pKIOverlapPeriod')];
  if (validitySeconds >= renewalSeconds * 2) return [];
  return [
    risk(
      `issues for ${spanInWords(validitySeconds * 1000)} and renews ${spanInWords(renewalSeconds * 1000)} before the end, which is more than half`,
    ),
  ];
}
