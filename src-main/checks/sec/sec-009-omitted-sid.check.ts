import { helloCandidates, type PlacedTemplate } from '../../evidence/derived/template-roles';
import { allOf, isGoodForLogon, omitsSid } from '../../evidence/derived/template-traits';
import { defineCheck } from '../define-check';
import { fault, type TemplateVerdict } from '../pki/judge-templates';
import { judgeExposure } from './judge-exposure';
import { judgeOffered, type Offered, offeredNeeds, offeredView } from './judge-offered-templates';

export default defineCheck({
  id: 'SEC-009',
  revision: 1,
  why: 'Without the SID in the certificate, domain controllers map by a name somebody may be able to change, or refuse the certificate (ESC9).',
  sources: [
    'https://support.microsoft.com/topic/kb5014754-certificate-based-authentication-changes-on-windows-domain-controllers-ad2c23b0-15d8-4340-a468-4d4f3b188f16',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-crtd/ec71fd43-61c2-407b-83c9-b52272dec8a1',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: offeredNeeds,
  evaluate(inputs, { scope }) {
    const hello = helloCandidates(offeredView(inputs, scope)).candidates.map(identityOf);
    return judgeOffered(
      inputs,
      scope,
      (offered) => judgeTemplate(offered, hello.includes(identityOf(offered.placed))),
      {
        fault: ['leaves the SID out of sign-in certificates', 'leave the SID out of sign-in certificates'],
        risk: ['is at risk', 'are at risk'],
        inOrder: (count) =>
          `None of ${count} published templates leaves the SID out of sign-in certificates of ordinary users.`,
      },
    );
  },
  remediation: {
    task: 'Close ESC9: let the template write the security extension.',
    steps: [
      'Clear the flag; certtmpl.msc has no check box for it.',
      'Reissue the certificates that lack the extension: they stay weak until they expire.',
    ],
    command: [
      'certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag -CT_FLAG_NO_SECURITY_EXTENSION',
      'certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag',
    ].join('\n'),
    verify:
      'The flag does not list CT_FLAG_NO_SECURITY_EXTENSION (0x80000), and a new certificate has the extension 1.3.6.1.4.1.311.25.2.',
    revert: '`certutil -dsTemplate WHFBAuthentication msPKI-Enrollment-Flag +CT_FLAG_NO_SECURITY_EXTENSION`',
    right: 'Enterprise Admins, or write access to the template',
  },
});

const identityOf = ({ forest, template }: PlacedTemplate): string => `${forest} ${template.cn}`;
const danger = 'leaves the SID out of certificates that are good for sign-in';

function judgeTemplate({ placed: { template }, enrollees }: Offered, isHello: boolean): TemplateVerdict {
  if (isHello && omitsSid(template) === true)
    return fault('is the WHfB template and leaves the SID out of its certificates');
  return judgeExposure(allOf(omitsSid(template), isGoodForLogon(template)), enrollees, {
    danger,
    harmless: 'puts the SID into its certificates, or they are not good for sign-in',
    restricted: (who) => ({ outcome: 'pass', note: `${danger}, but besides Tier 0 only ${who} may enrol it` }),
  });
}
