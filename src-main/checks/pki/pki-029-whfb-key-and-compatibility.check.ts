import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { usesLegacyProvider } from '../../evidence/derived/template-traits';
import { compatibilityLevels, compatibilityOf } from '../../knowledge/certificate-template-values';
import { isSameProvider, keyProvider } from '../../knowledge/key-providers';
import { defineCheck } from '../define-check';
import { listed } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

/** Hello makes RSA keys of this length, whatever a template says. */
const helloKeySize = 2048;
/** Windows Server 2016 and Windows 10. */
const currentLevel = 6;

export default defineCheck({
  id: 'PKI-029',
  revision: 1,
  why: 'The Hello key exists before the request and is RSA 2048 in the Passport provider; a template that asks for anything else refuses every request.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/rdp-sign-in',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/f6122d87-b999-4b92-bff8-f465e8949667',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgeKey, (template) => ({
      observed: describe(template),
      expected:
        'schema version 4, RSA, minimum key size 2048, SHA256, key storage provider, CA Windows Server 2016, recipient Windows 10',
    })),
  remediation: {
    task: 'Correct cryptography and compatibility of the Hello template.',
    steps: [
      'Create the template anew by duplicating “Smartcard Logon” (PKI-023); compatibility and provider category cannot be repaired by hand reliably.',
      'Tab “Compatibility”: CA Windows Server 2016, recipient Windows 10 / Windows Server 2016.',
      'Tab “Cryptography”: Key Storage Provider, RSA, minimum key size 2048, any provider, request hash SHA256.',
      'Let the new template supersede the old one, publish it and name it in AD FS (RA-002).',
    ],
    command: ['certtmpl.msc', 'certutil -v -dsTemplate WHFBAuthentication'].join('\n'),
    verify:
      'The dump shows schema version 4, msPKI-Minimal-Key-Size 2048, RSA and SHA256, and no CTPRIVATEKEY_FLAG_USE_LEGACY_PROVIDER.',
    revert: 'Publish the former template again and name it in AD FS.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

function describe(template: CertificateTemplate): string {
  const { schemaVersion, minimalKeySize, asymmetricAlgorithm, hashAlgorithm, privateKeyFlag, providers } = template;
  const shown = (value: string | number | undefined): string => `${value ?? 'not returned'}`;
  return [
    `schema version ${shown(schemaVersion)}`,
    `algorithm ${shown(asymmetricAlgorithm)}`,
    `minimum key size ${shown(minimalKeySize)}`,
    `hash ${shown(hashAlgorithm)}`,
    usesLegacyProvider(template) === true ? 'legacy provider' : 'key storage provider',
    ...(providers === undefined ? [] : [`only ${listed(providers)}`]),
    privateKeyFlag === undefined ? 'compatibility not returned' : compatibilityOf(privateKeyFlag),
  ].join(', ');
}

function judgeKey(template: CertificateTemplate): TemplateVerdict {
  return combined(
    [...judgeSize(template), ...judgeProvider(template), ...judgeAlgorithms(template), ...judgeCompatibility(template)],
    'fits the Hello key: RSA 2048, SHA256, key storage provider, compatibility with Windows Server 2016 and Windows 10',
  );
}

function judgeSize({ minimalKeySize }: CertificateTemplate): readonly TemplateVerdict[] {
  if (minimalKeySize === undefined) return [notReturned('msPKI-Minimal-Key-Size')];
  if (minimalKeySize === helloKeySize) return [];
  return [fault(`asks for keys of at least ${minimalKeySize} bits; the Hello key has ${helloKeySize}`)];
}

function judgeProvider(template: CertificateTemplate): readonly TemplateVerdict[] {
  const isLegacy = usesLegacyProvider(template);
  // Which of the two attributes is missing is said where they are judged themselves.
  if (isLegacy === undefined) return [];
  if (isLegacy) return [fault('asks for a legacy provider, which cannot hold the Hello key')];
  const { providers } = template;
  if (providers === undefined || providers.some((name) => isSameProvider(name, keyProvider.passport))) return [];
  return [fault(`allows no other provider than ${listed(providers)}; Hello keys are in the ${keyProvider.passport}`)];
}

/** Only templates with a key storage provider name their algorithms; the others are judged by the provider. */
function judgeAlgorithms(template: CertificateTemplate): readonly TemplateVerdict[] {
  const { asymmetricAlgorithm, hashAlgorithm } = template;
  if (usesLegacyProvider(template) !== false) return [];
  if (asymmetricAlgorithm === undefined || hashAlgorithm === undefined) {
    return [notReturned('msPKI-RA-Application-Policies, which names its algorithms')];
  }
  return [
    ...(asymmetricAlgorithm.toUpperCase() === 'RSA'
      ? []
      : [fault(`asks for ${asymmetricAlgorithm} keys; the Hello key is RSA`)]),
    ...(hashAlgorithm.toUpperCase() === 'SHA256'
      ? []
      : [risk(`asks for requests hashed with ${hashAlgorithm} instead of SHA256`)]),
  ];
}

function judgeCompatibility({ schemaVersion, privateKeyFlag }: CertificateTemplate): readonly TemplateVerdict[] {
  if (schemaVersion === undefined) return [notReturned('msPKI-Template-Schema-Version')];
  if (privateKeyFlag === undefined) return [notReturned('msPKI-Private-Key-Flag')];
  if (schemaVersion < 4) return [risk(`has schema version ${schemaVersion} instead of 4`)];
  const { authority, recipient } = compatibilityLevels(privateKeyFlag);
  // Templates of this version always have them; a source that names bits one by one leaves them out.
  if (authority === 0 && recipient === 0) return [notReturned('msPKI-Private-Key-Flag with the compatibility levels')];
  if (authority >= currentLevel && recipient >= currentLevel) return [];
  return [risk(`is compatible with older releases than necessary (${compatibilityOf(privateKeyFlag)})`)];
}
