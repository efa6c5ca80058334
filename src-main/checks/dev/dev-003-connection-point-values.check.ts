import { joinScpName } from '../../evidence/derived/join-service-connection-point';
import { defineCheck } from '../define-check';
import { connectionValueNeeds, judgeConnectionValues } from './judge-connection-values';

export default defineCheck({
  id: 'DEV-003',
  revision: 1,
  why: 'The tenant and domain named there decide where a device registers and whether it takes the federated way through AD FS.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://github.com/Azure-Samples/DSRegTool',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: connectionValueNeeds,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || {
      reason: 'No hybrid joined devices are in scope; only they read the service connection point.',
    },
  evaluate: judgeConnectionValues,
  remediation: {
    task: 'Correct the service connection point.',
    steps: [
      'Run “Configure device options”, “Configure Hybrid Microsoft Entra ID join” on the Entra Connect server again and choose the AD FS federation service for each forest.',
      'Or set the two keywords by hand: the verified, federated domain and the id of the tenant, one value each.',
    ],
    command: [
      `$scp = [ADSI]("LDAP://CN=${joinScpName},CN=Device Registration Configuration,CN=Services," + (Get-ADRootDSE).configurationNamingContext)`,
      '$scp.keywords',
      "$scp.PutEx(2, 'keywords', @('azureADName:contoso.com', 'azureADId:<tenant id>'))",
      '$scp.SetInfo()',
    ].join('\n'),
    verify:
      '`$scp.keywords` shows exactly these two values, and `dsregcmd /status` of a newly joined client shows this tenant id.',
    revert: 'Set the former keywords with the same commands; note them first.',
    right: 'Enterprise Admins of the forest',
  },
});
