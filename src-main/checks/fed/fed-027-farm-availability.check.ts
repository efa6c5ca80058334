import { defineCheck } from '../define-check';
import { countOf } from '../wording';
import { judgeFarms } from './judge-farms';

export default defineCheck({
  id: 'FED-027',
  revision: 1,
  why: 'With certificate trust AD FS is on the way of enrolment, renewal and sign-in to the cloud; a single node is a single point of failure.',
  sources: ['https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-requirements'],
  outcomes: ['pass', 'warning'],
  needs: ['adfs.farm-information', 'adfs.web-application-proxy?'],
  evaluate: ({ 'adfs.farm-information': farms, 'adfs.web-application-proxy': proxies }) =>
    judgeFarms(farms.records, ({ data: { nodes } }) => {
      const servers = new Set(
        proxies.records.flatMap(({ data }) => [data.host, ...data.servers]).map((host) => host.toLowerCase()),
      );
      const observations = [
        { label: 'AD FS nodes', observed: String(nodes.length), expected: '2 or more', matches: nodes.length >= 2 },
        ...(servers.size === 0
          ? []
          : [
              {
                label: 'Web application proxies',
                observed: String(servers.size),
                expected: '2 or more',
                matches: servers.size >= 2,
              },
            ]),
      ];
      if (nodes.length === 0)
        return {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'The export names no node of the farm; releases before 2016 do not.',
        };
      const single = [...(nodes.length === 1 ? ['AD FS node'] : []), ...(servers.size === 1 ? ['proxy'] : [])];
      return single.length > 0
        ? { outcome: 'warning', note: `The farm has a single ${single.join(' and a single ')}.`, observations }
        : {
            outcome: 'pass',
            note: `The farm has ${countOf(nodes.length, 'node')}${servers.size === 0 ? '' : ` and ${countOf(servers.size, 'proxy', 'proxies')}`}.`,
            observations,
          };
    }),
  remediation: {
    task: 'Make the AD FS farm survive the loss of a node.',
    steps: [
      'Add a second node, and a second proxy where the farm is published, behind a load balancer that passes TLS through.',
    ],
    command: 'Add-AdfsFarmNode -GroupServiceAccountIdentifier CONTOSO\\adfssvc$ -PrimaryComputerName fs01.contoso.com',
    verify: '`Get-AdfsFarmInformation` lists two nodes.',
    revert: '`Remove-AdfsFarmNode` on the node.',
    right: 'AD FS administrator',
  },
});
