import { isSameName } from '../../evidence/derived/template-roles';
import { defineCheck } from '../define-check';
import { judgeFarms, notReturned } from '../fed/judge-farms';

const secondsADay = 86_400;

export default defineCheck({
  id: 'RA-012',
  revision: 1,
  why: 'AD FS renews what it issues so many days before the end; a threshold longer than the life of a certificate renews it at every sign-in.',
  sources: [
    'https://learn.microsoft.com/powershell/module/adfs/set-adfscertificateauthority',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'warning'],
  needs: ['adfs.certificate-authority', 'ad.certificate-templates'],
  evaluate({ 'adfs.certificate-authority': authorities, 'ad.certificate-templates': lists }) {
    const templates = lists.records.flatMap(({ data }) => data.templates);
    return judgeFarms(authorities.records, ({ data }) => {
      const { generationThresholdDays: threshold, windowsHelloTemplate: name } = data;
      if (threshold === undefined) return notReturned('CertificateGenerationThresholdDays');
      if (name === undefined) return notReturned('the name of the Hello template');
      const template = templates.find(({ cn }) => isSameName(cn, name));
      const validity = template?.validitySeconds;
      if (validity === undefined)
        return {
          outcome: 'unknown',
          reason: 'not-collected',
          note: `The validity of the template ${name} was not read.`,
        };
      const days = Math.round(validity / secondsADay);
      const observations = [
        {
          label: 'CertificateGenerationThresholdDays',
          observed: String(threshold),
          expected: `less than ${days}, the validity of ${name}`,
          matches: threshold < days,
        },
      ];
      return threshold < days
        ? { outcome: 'pass', note: `AD FS renews ${threshold} days before the end of ${days} days.`, observations }
        : {
            outcome: 'warning',
            note: `AD FS renews ${threshold} days before the end, but certificates last ${days} days only.`,
            observations,
          };
    });
  },
  remediation: {
    task: 'Fit the lifetime of the agent certificate to its renewal.',
    steps: ['Lengthen the validity of the template (PKI-031) or lower the threshold.'],
    command: 'Set-AdfsCertificateAuthority -CertificateGenerationThresholdDays 20',
    verify: 'The threshold is well below the validity.',
    revert: 'Set the former value.',
    right: 'AD FS administrator',
  },
});
