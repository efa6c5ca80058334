import { defineCheck } from '../define-check';
import { judgeFarms } from '../fed/judge-farms';
import { listed } from '../wording';
import { addScopeCommand, brokerPermission, grants } from './broker-permission';

const needed = ['openid', 'winhello_cert'] as const;

export default defineCheck({
  id: 'RA-008',
  revision: 1,
  why: 'Windows asks AD FS for the certificate with this scope; a broker that may not use it gets no certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-oidce',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['adfs.application-permissions'],
  evaluate: ({ 'adfs.application-permissions': permissions }) =>
    judgeFarms(permissions.records, ({ data }) => {
      const permission = brokerPermission(data);
      if (permission === undefined)
        return { outcome: 'fail', note: 'The Windows broker has no permission at AD FS at all.' };
      const lacking = needed.filter((scope) => !grants(permission, scope));
      const observations = [
        {
          label: 'Scopes of the Windows broker',
          observed: listed(permission.scopes, 15) || 'none',
          expected: listed(needed),
          matches: lacking.length === 0,
        },
      ];
      return lacking.length === 0
        ? { outcome: 'pass', note: 'The Windows broker may ask for Hello certificates.', observations }
        : {
            outcome: 'fail',
            note: `The Windows broker may not use the ${lacking.length === 1 ? 'scope' : 'scopes'} ${listed(lacking)}.`,
            observations,
          };
    }),
  remediation: {
    task: 'Grant the scope winhello_cert to the Windows broker.',
    steps: ['Add the scope to the permission of the Windows broker and restart AD FS on every node.'],
    command: addScopeCommand('winhello_cert'),
    verify: '`Get-AdfsApplicationPermission` lists winhello_cert and openid for the client.',
    revert: '`Set-AdfsApplicationPermission -TargetIdentifier $id -RemoveScope winhello_cert`.',
    right: 'AD FS administrator',
  },
});
