import type { HostSystem } from '../../../src-shared/model/evidence/host';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { hostObject } from '../host-objects';
import { type JudgedObject, judged, unknown } from '../result';
import { listed, namesOf, shareOf } from '../wording';
import { adfsNodes } from './adfs-nodes';

/** Windows Server 2016 and its revision with KB4088889 (key receipts). */
const server2016 = 14_393;
const keyReceiptRevision = 2155;

export default defineCheck({
  id: 'FED-009',
  revision: 1,
  why: 'Only with KB4088889 or a later release does AD FS issue the certificate in the same session in which the key is made.',
  sources: [
    'https://support.microsoft.com/help/4088889',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/how-it-works-provisioning',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.system', 'adfs.farm-information?'],
  roles: { 'host.system': ['adfs'] },
  evaluate({ 'host.system': systems, 'adfs.farm-information': farms }) {
    const objects = adfsNodes(systems, farms).map(
      ({ host, system, evidenceId }): JudgedObject => ({
        ...hostObject(host),
        ...(evidenceId === undefined ? {} : { evidenceId }),
        ...(system === undefined ? notCollected : judgeNode(system)),
      }),
    );
    if (objects.length === 0)
      return unknown('not-collected', {
        summary: 'Nothing was collected on an AD FS node; FED-010 judges the farm from outside.',
      });
    const result = judged(objects, { summary: summarise(objects) });
    return result.outcome === 'warning' ? { ...result, severity: 'medium' } : result;
  },
  remediation: {
    task: 'Update every AD FS node.',
    steps: [
      'Install the current cumulative update on every node.',
      'Better: add nodes of Windows Server 2022 or 2025, make one the primary, remove the old ones and raise the farm behaviour level.',
    ],
    command:
      "(Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion') | Select-Object CurrentBuildNumber, UBR",
    verify: 'Every node shows 14393.2155 or later, and the capabilities hold winhello_cert_kr (FED-010).',
    revert: 'Updates can be uninstalled.',
    right: 'Administrator of the nodes',
  },
});

const notCollected: Verdict = {
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'It belongs to the farm, but nothing was collected on it.',
};

function judgeNode({ build, revision }: HostSystem): Verdict {
  if (build === undefined) return { outcome: 'unknown', reason: 'unreadable', note: 'Its build was not returned.' };
  if (build < server2016) return { outcome: 'fail', note: `Build ${build} is older than Windows Server 2016.` };
  if (build > server2016) return { outcome: 'pass', note: `Build ${build} has key receipts from the start.` };
  if (revision === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Windows Server 2016, but which update it has was not returned.',
    };
  if (revision < keyReceiptRevision)
    return {
      outcome: 'fail',
      note: `Windows Server 2016 at 14393.${revision}, before KB4088889 (14393.${keyReceiptRevision}).`,
    };
  return {
    outcome: 'warning',
    note: `Windows Server 2016 at 14393.${revision} is up to the task; its support ends on 12 January 2027.`,
  };
}

function summarise(objects: readonly JudgedObject[]): string {
  const failing = namesOf(objects, 'fail');
  if (failing.length > 0)
    return `${shareOf(failing.length, objects.length, 'AD FS node')} too old: ${listed(failing)}.`;
  const old = namesOf(objects, 'warning');
  if (old.length > 0)
    return `${shareOf(old.length, objects.length, 'AD FS node', ['runs', 'run'])} Windows Server 2016, whose support ends on 12 January 2027: ${listed(old)}.`;
  const open = namesOf(objects, 'unknown');
  if (open.length > 0)
    return `The release of ${shareOf(open.length, objects.length, 'AD FS node')} not known: ${listed(open)}.`;
  return `${objects.length === 1 ? 'The AD FS node' : `All ${objects.length} AD FS nodes`} that ${objects.length === 1 ? 'was' : 'were'} read can issue certificates with key receipts.`;
}
