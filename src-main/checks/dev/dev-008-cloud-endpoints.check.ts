import { judgeEndpoint, type RequiredHost, requiredHosts } from '../../evidence/derived/cloud-reachability';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { type Collected, defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';

export default defineCheck({
  id: 'DEV-008',
  revision: 1,
  why: 'Devices register as the system account, without the proxy of a user: an endpoint that is closed to it, or a proxy that breaks its TLS, ends the registration.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan',
    'https://learn.microsoft.com/entra/identity/devices/how-to-hybrid-join',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.endpoint'],
  evaluate({ 'entra.endpoint': endpoints }) {
    const names = [...endpoints.records, ...endpoints.gaps].map(({ target }) => target);
    const required = requiredHosts(names);
    if (required.length === 0)
      return unknown('unreadable', {
        summary: 'The evidence is about hosts that belong to no cloud this version knows.',
      });
    const objects = required.map((host) => judgeHost(host, required, endpoints));
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'cloud endpoint',
        fail: ['cannot be used from this computer', 'cannot be used from this computer'],
        warning: ['is inspected or closed', 'are inspected or closed'],
        fine: 'all are reachable from this computer without a proxy and show public certificates. Clients as the system account are shown by Test-DeviceRegConnectivity.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note,
        expected: 'reachable, with a certificate of a public CA',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Open the cloud endpoints to the clients’ system accounts.',
    steps: [
      'Open the endpoints for the networks of the clients on TCP 443, and exempt them from TLS inspection: device.login… above all.',
      'Where an outbound proxy is needed, give it to the computers: by WPAD, or as WinHTTP proxy; the settings of a user do not count.',
      'Run the script Test-DeviceRegConnectivity on a pilot client; it tests as the system account.',
    ],
    command: [
      'netsh winhttp show proxy',
      'netsh winhttp set proxy proxy-server="proxy.contoso.com:8080" bypass-list="*.contoso.com"',
      'Invoke-WebRequest -Uri "https://raw.githubusercontent.com/Azure-Samples/TestDeviceRegConnectivity/master/Test-DeviceRegConnectivity.ps1" -OutFile Test-DeviceRegConnectivity.ps1',
      '.\\Test-DeviceRegConnectivity.ps1',
    ].join('\n'),
    verify:
      'The script reports every endpoint as reachable under the system account, and `dsregcmd /status` shows no error of the discovery phase.',
    revert: '`netsh winhttp reset proxy`; take the rules out of the firewall again.',
    right: 'Whoever runs firewall and proxy; administrator of the client for the test',
  },
});

function judgeHost(
  required: RequiredHost,
  all: readonly RequiredHost[],
  endpoints: Collected<'entra.endpoint'>,
): JudgedObject {
  const object = { id: `endpoint:${required.host}`, kind: 'directory-object', name: required.host } as const;
  const recordOf = (host: string) => endpoints.records.find(({ target }) => isSameHost(target, host));
  const record = recordOf(required.host);
  if (record === undefined) {
    return unread(
      object,
      endpoints.gaps.find(({ target }) => isSameHost(target, required.host)),
    );
  }
  const siblings = all.filter(({ cloud }) => cloud === required.cloud).flatMap(({ host }) => recordOf(host) ?? []);
  const isCut = !siblings.some(({ data }) => data.reachable);
  return { ...object, evidenceId: record.id, ...judgeEndpoint(required, record.data, isCut) };
}
