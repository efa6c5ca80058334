import type { CertificateTemplate } from '../../../src-shared/model/evidence/pki';
import { day, spanInWords } from '../../evidence/derived/time-span';
import { defineCheck } from '../define-check';
import { countOf } from '../wording';
import { helloRole, judgeRole, templateNeeds } from './judge-role';
import { combined, fault, notReturned, risk, type TemplateVerdict } from './judge-templates';

/** AD FS renews about this long before the end. */
const renewalDays = 60;
const shortDays = 90;
const halfYearDays = 180;
const longDays = 730;

export default defineCheck({
  id: 'PKI-031',
  revision: 1,
  why: 'Renewal starts about 60 days before the end; a certificate that lives hardly longer is renewed all the time, one that lives too long is hard to take back.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: templateNeeds,
  evaluate: (inputs, { scope }) =>
    judgeRole(helloRole, inputs, scope, judgePeriods, ({ validitySeconds, renewalSeconds }) => ({
      observed: `validity ${inWords(validitySeconds)}, renewal period ${inWords(renewalSeconds)}`,
      expected: 'validity of 6 months to 2 years, renewal period less than half of it (1 year and 6 weeks are usual)',
    })),
  remediation: {
    task: 'Fit validity and renewal of the Hello template to each other.',
    steps: [
      'Open the template in certtmpl.msc, tab “General”.',
      'Set the validity period to 1 year and the renewal period to 6 weeks.',
      'Certificates issued before keep their life; they are renewed by the new rule.',
    ],
    command: ['certtmpl.msc', 'certutil -v -dsTemplate WHFBAuthentication'].join('\n'),
    verify: 'The dump shows a pKIExpirationPeriod of 1 year and a pKIOverlapPeriod of 6 weeks.',
    revert: 'Set the former periods on the same tab.',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const inWords = (seconds: number | undefined): string =>
  seconds === undefined ? 'not returned' : spanInWords(seconds * 1000);

function judgePeriods({ validitySeconds, renewalSeconds }: CertificateTemplate): TemplateVerdict {
  const facets = [
    ...(validitySeconds === undefined ? [notReturned('pKIExpirationPeriod')] : judgeValidity(validitySeconds)),
    ...(renewalSeconds === undefined ? [notReturned('pKIOverlapPeriod')] : []),
    ...(validitySeconds === undefined || renewalSeconds === undefined
      ? []
      : judgeRenewal(validitySeconds, renewalSeconds)),
  ];
  return combined(
    facets,
    `issues for ${inWords(validitySeconds)} and renews ${inWords(renewalSeconds)} before the end`,
  );
}

function judgeValidity(seconds: number): readonly TemplateVerdict[] {
  const days = (seconds * 1000) / day;
  const issued = `issues for ${inWords(seconds)}`;
  if (days < renewalDays)
    return [fault(`${issued} only, less than the ${renewalDays} days before the end at which renewal starts`)];
  if (days <= shortDays) return [risk(`${issued} only, so renewal starts after a few weeks`)];
  if (days < halfYearDays) return [risk(`issues for ${countOf(Math.floor(days), 'day')}, less than 6 months`)];
  return days > longDays ? [risk(`${issued}, more than 2 years`)] : [];
}

function judgeRenewal(validity: number, renewal: number): readonly TemplateVerdict[] {
  const period = `has a renewal period of ${inWords(renewal)}`;
  if (renewal >= validity) return [fault(`${period}, which is not shorter than the validity`)];
  return renewal * 2 >= validity ? [risk(`${period}, half of the validity or more`)] : [];
}
