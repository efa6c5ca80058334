import type { HostConnectivity } from '../../../src-shared/model/evidence/host';
import { forestsInScope } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';
import { countOf, listed } from '../wording';
import { controllerHostNeeds, controllerHosts, isMachine } from './judge-controller-hosts';
import { authorityObject } from './pki-objects';

/** RPC_S_SERVER_UNAVAILABLE as the CA notes it. */
const serverUnavailable = 0x8007_06ba;
/** The named pipe of the call; 135 is asked for beside it. */
const pipePort = 445;

export default defineCheck({
  id: 'PKI-035',
  revision: 1,
  why: 'For templates that demand the name of the domain, the CA calls the domain controller back; where a firewall stops the call, the controller gets no certificate.',
  sources: ['https://learn.microsoft.com/openspecs/windows_protocols/ms-wcce'],
  outcomes: ['pass', 'fail'],
  needs: ['ad.certification-authorities', 'host.connectivity?', 'ca.issued-certificates?', ...controllerHostNeeds],
  evaluate(inputs, { scope }) {
    const controllers = controllerHosts(inputs, scope);
    const forests = forestsInScope(inputs['ad.certification-authorities'].records, scope);
    const objects = forests.records.flatMap(({ id, data }) =>
      data.authorities.map((authority): JudgedObject => {
        const object = authorityObject(authority, id);
        const machine = inputs['host.connectivity'].records.find(({ data: { host } }) =>
          isMachine(host, authority.dnsHostName),
        );
        const requests = inputs['ca.issued-certificates'].records.find(
          ({ data: { authority: name } }) =>
            (name.split('\\').at(-1) ?? '').toLowerCase() === authority.name.toLowerCase(),
        );
        const refused = (requests?.data.failures ?? []).filter(({ status }) => status === serverUnavailable);
        if (refused.length > 0)
          return {
            ...object,
            outcome: 'fail',
            note: `Refused ${countOf(refused.length, 'request')} because the RPC server was unavailable, of ${listed([...new Set(refused.map(({ requester }) => requester))])}.`,
          };
        if (machine !== undefined) return { ...object, ...judgeMachine(machine.data, controllers) };
        const gap = inputs['host.connectivity'].gaps.find(({ target }) => isMachine(target, authority.dnsHostName));
        return { ...unread(object, gap), note: gap?.message ?? 'It was not tried from the CA.' };
      }),
    );
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'No enterprise CA of the scope is known; see PKI-001.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'CA',
        fail: ['does not reach domain controllers', 'do not reach domain controllers'],
        fine: `each reaches the domain controllers on TCP ${pipePort}.`,
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: `every domain controller answers on TCP ${pipePort}`,
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Let the CAs reach every domain controller.',
    steps: [
      'Let every CA reach every domain controller on TCP 445 and 135.',
      'Let the domain controllers enrol again.',
    ],
    command: [
      'Test-NetConnection dc01.contoso.com -Port 445',
      'certutil -view -restrict "Disposition=30" -out "RequestID,RequesterName,CertificateTemplate,StatusCode"',
    ].join('\n'),
    verify: 'The first command succeeds on the CA, and a request of a domain controller is issued.',
    revert: 'Take the firewall rule back.',
    right: 'Administrator of the firewall and of the CA host',
  },
});

/** Each controller must have been tried: one that was not says nothing of the others. */
function judgeMachine({ attempts }: HostConnectivity, controllers: readonly string[]): Verdict {
  const tried = attempts.filter(({ port }) => port === pipePort);
  const failed = tried.filter(({ succeeded }) => !succeeded).map(({ target }) => target);
  if (failed.length > 0) return { outcome: 'fail', note: `Does not reach ${listed(failed)} on TCP ${pipePort}.` };
  const open = controllers.filter((host) => !tried.some(({ target }) => isMachine(target, host)));
  if (open.length > 0 || tried.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: open.length > 0 ? `It was not tried to reach ${listed(open)}.` : 'No domain controller was tried.',
    };
  return { outcome: 'pass', note: `Reaches ${countOf(tried.length, 'domain controller')} on TCP ${pipePort}.` };
}
