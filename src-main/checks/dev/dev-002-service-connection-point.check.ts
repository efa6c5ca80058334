import { joinScpName } from '../../evidence/derived/join-service-connection-point';
import { defineCheck } from '../define-check';
import { connectionPointNeeds, judgeConnectionPoint } from './judge-connection-point';

export default defineCheck({
  id: 'DEV-002',
  revision: 1,
  why: 'Domain-joined Windows reads from this object which tenant to register with; without it devices do not become hybrid joined.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
  ],
  outcomes: ['pass', 'fail', 'not-applicable'],
  needs: connectionPointNeeds,
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || {
      reason: 'No hybrid joined devices are in scope; only they read the service connection point.',
    },
  evaluate: judgeConnectionPoint,
  remediation: {
    task: 'Create the service connection point in every forest.',
    steps: [
      'On the Entra Connect server open “Configure device options” and choose “Configure Hybrid Microsoft Entra ID join”.',
      'On the page “SCP” select every forest with devices in scope and the AD FS federation service as authentication service; give an Enterprise Admin account for each.',
      'For a forest that the server cannot reach, download ConfigureSCP.ps1 from the same page and let its Enterprise Admin run it.',
    ],
    command: [
      `$scp = [ADSI]("LDAP://CN=${joinScpName},CN=Device Registration Configuration,CN=Services," + (Get-ADRootDSE).configurationNamingContext)`,
      '$scp.keywords',
    ].join('\n'),
    verify:
      'The command shows one azureADName and one azureADId value in each forest; `dsregcmd /status` of a restarted client leaves the phase “discover”.',
    revert: 'Delete the object, or set the former keywords; devices that are registered stay registered.',
    right: 'Enterprise Admins of each forest, Hybrid Identity Administrator in Entra ID',
    risk: 'Every domain-joined computer of the forest tries to register as soon as the object exists.',
  },
});
