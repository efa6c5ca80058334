import { defineCheck } from '../define-check';
import { judgeFarms, notReturned } from '../fed/judge-farms';
import { listed } from '../wording';

export default defineCheck({
  id: 'RA-013',
  revision: 1,
  why: 'Single sign-on to virtual desktops and VPN certificates use the same settings of AD FS; whoever sets one without the others breaks them.',
  sources: ['https://learn.microsoft.com/azure/virtual-desktop/configure-adfs-sso'],
  outcomes: ['pass', 'info'],
  needs: ['adfs.certificate-authority'],
  evaluate: ({ 'adfs.certificate-authority': authorities }) =>
    judgeFarms(authorities.records, ({ data }) => {
      if (
        data.mode === undefined &&
        data.enrollmentAgentTemplate === undefined &&
        data.windowsHelloTemplate === undefined
      )
        return notReturned('the settings of the registration authority');
      const uses = [
        ...(data.logonTemplate === undefined ? [] : [`logon certificates (${data.logonTemplate})`]),
        ...(data.vpnTemplate === undefined ? [] : [`VPN certificates (${data.vpnTemplate})`]),
      ];
      return uses.length === 0
        ? { outcome: 'pass', note: 'AD FS issues certificates for Hello only.' }
        : {
            outcome: 'info',
            note: `AD FS also issues ${listed(uses)}; a change of the registration authority must name all templates.`,
          };
    }),
  remediation: {
    task: 'Record which templates AD FS uses for what.',
    steps: [
      'Write down which templates AD FS uses and for what.',
      'Run `Set-AdfsCertificateAuthority` only with all parameters that are in use.',
    ],
    command: 'Get-AdfsCertificateAuthority | Format-List',
    verify: 'All template names are still set after a change.',
    right: 'AD FS administrator',
  },
});
