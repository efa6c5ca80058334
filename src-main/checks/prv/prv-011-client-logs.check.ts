import { isClientMachine, shortName } from '../../evidence/derived/client-machines';
import { isHostOutsidePilot } from '../../evidence/derived/clients';
import { judgeProvisioningLogs, provisioningLogs } from '../../evidence/derived/provisioning-logs';
import { defineCheck, type Inputs } from '../define-check';
import { type JudgedObject, judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';

const needs = ['host.events', 'host.system?', 'ad.pilot-computers?'] as const;

export default defineCheck({
  id: 'PRV-011',
  revision: 1,
  why: 'The logs of a client tell where its last attempt ended, and for what reason.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs,
  roles: { 'host.events': ['client'] },
  evaluate(inputs, { scope }) {
    const pilot = inputs['ad.pilot-computers'];
    const objects = provisioningLogs(inputs['host.events'].records)
      .filter(({ host }) => !isServer(host, inputs))
      .map((logs): JudgedObject => {
        const object = {
          id: `client:${logs.host}`,
          kind: 'client',
          name: logs.host,
          evidenceId: logs.evidenceId,
        } as const;
        return pilot.gaps.length === 0 && isHostOutsidePilot(logs.host, pilot.records, scope)
          ? { ...object, outcome: 'not-applicable', note: 'Not a computer of the pilot.' }
          : { ...object, ...judgeProvisioningLogs(logs) };
      });
    const counted = objects.filter(({ outcome }) => outcome !== 'not-applicable');
    if (counted.length === 0)
      return unknown(inputs['host.events'].gaps[0]?.reason ?? 'not-collected', {
        summary: 'The logs of device registration and Windows Hello were read on no client of the pilot.',
        objects: objects.map(({ reason: _, ...object }) => object),
      });
    return judged(objects, {
      summary: summariseObjects(counted, {
        noun: 'client',
        fail: ['ended its last attempt with an error', 'ended their last attempt with an error'],
        warning: ['did not get to the end', 'did not get to the end'],
        fine: 'the last attempt of each came to a registered key and an enrolment without an error.',
      }),
      observations: counted.slice(0, 100).map((object) => ({
        label: object.name,
        observed: object.note,
        expected: '358, 300, then 3066 without an error',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Clear the errors in the clients’ registration logs.',
    steps: [
      'Event 304, 305 or 307: the device did not register; look at its phase and code, then at the service connection point and the network (DEV-001 and following).',
      'Event 360: the client does not know that it should get a certificate (POL-003). Event 362: the parameter that says No names the cause (PRV-004 to PRV-008).',
      'Errors after event 3066: the certificate did not come; look at AD FS (RA-011) and at the permissions of the template (PKI-030).',
    ],
    command: [
      'wevtutil qe "Microsoft-Windows-User Device Registration/Admin" /rd:true /c:20 /f:text',
      'wevtutil qe Microsoft-Windows-HelloForBusiness/Operational /rd:true /c:50 /f:text',
    ].join('\n'),
    verify: 'After the next attempt the logs show 358, 300 and 3066, and no error after them.',
    right: 'The user of the client',
  },
});

const isServer = (host: string, inputs: Inputs<(typeof needs)[number]>): boolean =>
  inputs['host.system'].records.some(({ data }) => shortName(data.host) === shortName(host) && !isClientMachine(data));
