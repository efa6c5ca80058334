import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { joinScpName, joinScpsOf, parseScpKeywords } from '../../evidence/derived/join-service-connection-point';
import { defineCheck, type Evidence } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

export default defineCheck({
  id: 'DEV-002',
  revision: 1,
  why: 'Domain-joined Windows reads from this object which tenant to register with; without it devices do not become hybrid joined.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
  ],
  needs: ['ad.device-registration'],
  appliesTo: ({ joinTypes }) =>
    joinTypes.hybridJoined || {
      reason: 'No hybrid joined devices are in scope; only they read the service connection point.',
    },
  evaluate({ 'ad.device-registration': registration }, { scope }) {
    const forests = forestsInScope(registration.records, scope);
    const objects = [
      ...forests.records.map(judgeForest),
      ...forests.absent.map((name) =>
        unread(
          { id: `forest:${name}`, kind: 'forest', name },
          registration.gaps.find(({ target }) => isSameHost(target, name)),
        ),
      ),
    ];
    return judged(objects, {
      summary: summarise(objects),
      observations: forests.records.flatMap(({ target, data }) => {
        const keywords = joinScpsOf(data).flatMap((point) => point.keywords);
        return {
          label: `Keywords in ${target}`,
          observed: listed(keywords, 10) || 'none',
          expected: 'azureADName and azureADId',
          matches: isComplete(keywords),
        };
      }),
    });
  },
  remediation: {
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

function judgeForest({ target, id, data }: Evidence<'ad.device-registration'>): JudgedObject {
  const object = { id: `forest:${normalHostName(target)}`, kind: 'forest', name: target, evidenceId: id } as const;
  const points = joinScpsOf(data);
  if (points.length === 0) {
    const strays = data.serviceConnectionPoints.length;
    const note = `The service connection point is missing${strays > 0 ? `; ${countOf(strays, 'other')} with a name Windows does not look for exist` : ''}.`;
    return { ...object, outcome: 'fail', note };
  }
  const keywords = points.flatMap((point) => point.keywords);
  const located = { ...object, locate: joinScpName };
  if (isComplete(keywords))
    return { ...located, outcome: 'pass', note: 'The service connection point names a domain and a tenant.' };
  const { domains, tenants } = parseScpKeywords(keywords);
  const lacking = [...(domains.length === 0 ? ['azureADName'] : []), ...(tenants.length === 0 ? ['azureADId'] : [])];
  return { ...located, outcome: 'fail', note: `The service connection point lacks the keyword ${listed(lacking)}.` };
}

function isComplete(keywords: readonly string[]): boolean {
  const { domains, tenants } = parseScpKeywords(keywords);
  return domains.length > 0 && tenants.length > 0;
}

function summarise(objects: readonly JudgedObject[]): string {
  const [bad, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  if (bad.length > 0) {
    return `${shareOf(bad.length, objects.length, 'forest', ['has', 'have'])} no complete service connection point for hybrid join: ${listed(bad)}.`;
  }
  if (unseen.length > 0) return `Whether ${listed(unseen)} has a service connection point could not be seen.`;
  return `${countOf(objects.length, 'forest')} checked: each has a service connection point that names a domain and a tenant.`;
}
