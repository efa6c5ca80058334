import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf, shareOf } from '../wording';
import { judgeAttempts } from './judge-attempts';

export default defineCheck({
  id: 'RA-010',
  revision: 1,
  why: 'AD FS asks the CA for certificates over RPC; a firewall or a missing DCOM right between them ends every request.',
  sources: [
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce',
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
          data.attempts.filter(({ kind }) => kind === 'ca-ping'),
          'a CA',
        ),
      }),
    );
    const [bad, open] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
    return judged(objects, {
      summary:
        bad.length > 0
          ? `${shareOf(bad.length, objects.length, 'AD FS node', ['does not reach a CA', 'do not reach a CA'])}: ${listed(bad)}.`
          : open.length > 0
            ? `Whether ${listed(open)} ${open.length === 1 ? 'reaches' : 'reach'} a CA was not tried.`
            : `${listed(objects.map(({ name }) => name))} ${objects.length === 1 ? 'reaches the CA' : 'reach the CA'}.`,
    });
  },
  remediation: {
    steps: [
      'Open RPC (TCP 135 and the dynamic ports) from the AD FS nodes to the CAs.',
      'Keep Authenticated Users in the group Certificate Service DCOM Access of the CA host.',
    ],
    command: 'certutil -ping -config "ca01.contoso.com\\Contoso Issuing CA 1"',
    verify: '`certutil -ping` succeeds on every node.',
    right: 'Administrator of the nodes and the firewall',
  },
});
