import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf, shareOf } from '../wording';
import { judgeAttempts } from './judge-attempts';

export default defineCheck({
  id: 'RA-009',
  revision: 1,
  why: 'AD FS checks the key in a certificate request with the registration service in the cloud; nodes that cannot reach it issue nothing.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  needs: ['host.connectivity', 'host.system?', 'adfs.farm-information?'],
  evaluate(inputs) {
    const named = inputs['adfs.farm-information'].records.flatMap(({ data }) => data.nodes.map(({ host }) => host));
    const nodes = inputs['host.connectivity'].records.filter(
      ({ data }) =>
        named.some((host) => isSameHost(host, data.host)) ||
        inputs['host.system'].records.some(
          (record) => record.data.role === 'adfs' && isSameHost(record.data.host, data.host),
        ),
    );
    if (nodes.length === 0) return unknown('not-collected', { summary: 'Nothing was tried from an AD FS node.' });
    const objects = nodes.map(
      ({ id, data }): JudgedObject => ({
        ...hostObject(data.host),
        evidenceId: id,
        ...judgeAttempts(
          data.attempts.filter(({ target }) =>
            /(?:^|\.)enterpriseregistration\.(?:windows\.net|microsoftonline\.us)$/iu.test(target),
          ),
          'the registration service',
        ),
      }),
    );
    const [bad, open] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
    return judged(objects, {
      summary:
        bad.length > 0
          ? `${shareOf(bad.length, objects.length, 'AD FS node', ['does not reach the registration service', 'do not reach the registration service'])}: ${listed(bad)}.`
          : open.length > 0
            ? `Whether ${listed(open)} ${open.length === 1 ? 'reaches' : 'reach'} the registration service was not tried.`
            : `${listed(objects.map(({ name }) => name))} ${objects.length === 1 ? 'reaches the registration service' : 'reach the registration service'}.`,
    });
  },
  remediation: {
    steps: [
      'Allow the AD FS nodes to reach enterpriseregistration.windows.net on port 443, past any inspection of TLS.',
      'Set the WinHTTP proxy where one is needed: AD FS does not use the proxy of a user.',
    ],
    command: ['Test-NetConnection enterpriseregistration.windows.net -Port 443', 'netsh winhttp show proxy'].join('\n'),
    verify: 'The first command succeeds on every node.',
    right: 'Administrator of the nodes and the firewall',
  },
});
