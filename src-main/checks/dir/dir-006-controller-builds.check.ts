import type { HostSystem } from '../../../src-shared/model/evidence/host';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck, type Evidence } from '../define-check';
import { isMachine, judgeControllerHosts } from '../pki/judge-controller-hosts';
import { judged, unknown } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';

/** Revisions of one build, `from` included, `until` (the update that cures it) not. */
interface FaultyRange {
  readonly build: number;
  readonly from: number;
  readonly until: number;
  readonly cure?: string;
  readonly outcome: 'fail' | 'warning';
  readonly note: string;
}

const ranges: readonly FaultyRange[] = [
  { build: 14_393, from: 3930, until: 4104, cure: 'KB4593226', outcome: 'fail', note: 'deletes or refuses Hello keys' },
  { build: 17_763, from: 1457, until: 1637, cure: 'KB4592440', outcome: 'fail', note: 'deletes or refuses Hello keys' },
  { build: 17_763, from: 0, until: 316, outcome: 'warning', note: 'refuses the first sign-in with key trust' },
];

export default defineCheck({
  id: 'DIR-006',
  revision: 1,
  why: 'With some updates domain controllers dropped the Hello keys of users or refused new ones; the key of a certificate sign-in is kept in the same place.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://support.microsoft.com/help/4593226',
    'https://support.microsoft.com/help/4592440',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['host.system', 'ad.domain-controllers?', 'ad.partitions?'],
  roles: { 'host.system': ['dc'] },
  evaluate(inputs, { scope }) {
    const { records } = inputs['host.system'];
    const objects = judgeControllerHosts(inputs, scope, (host) => {
      const record = records.find(({ data }) => isMachine(data.host, host));
      return record === undefined ? notRead : judgeSystem(record);
    });
    if (objects.length === 0)
      return unknown('not-collected', { summary: 'No domain controller is known, so no build can be judged.' });
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'domain controller',
        fail: ['has an update that damages Hello keys', 'have an update that damages Hello keys'],
        warning: ['lacks a later update', 'lack a later update'],
        fine: 'none has an update that is known to damage Hello keys.',
      }),
      observations: objects.map((object) => ({
        label: object.name,
        observed: object.note ?? '',
        expected: 'outside 14393.3930 to 4103 and 17763.1457 to 1636, and 17763.316 or later',
        ...matchOf(object),
      })),
    });
  },
  remediation: {
    task: 'Update the domain controllers.',
    steps: [
      'Install the current cumulative update on every domain controller, and start it again.',
      'Let users whose key is gone from AD provision anew.',
    ],
    command: [
      "(Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion') | Select-Object CurrentBuildNumber, UBR",
      'Get-ADUser -Filter * -Properties msDS-KeyCredentialLink | Where-Object msDS-KeyCredentialLink',
      'certutil -deletehellocontainer',
    ].join('\n'),
    verify: 'The first command shows 14393.4104, 17763.1637 or a later build on every domain controller.',
    revert: 'Updates can be uninstalled.',
    right: 'Domain Admins',
    risk: 'A domain controller answers nobody while it starts.',
  },
});

/** The directory names the build without its revision. */
const notRead: Verdict = {
  outcome: 'unknown',
  reason: 'not-collected',
  note: 'Nothing was collected on it, and the directory does not hold the revision of its build.',
};

function judgeSystem({ id, data }: Evidence<'host.system'>): Verdict & { readonly evidenceId: string } {
  return { ...judgeBuild(data), evidenceId: id };
}

function judgeBuild({ build, revision }: HostSystem): Verdict {
  if (build === undefined) return { outcome: 'unknown', reason: 'unreadable', note: 'Its build was not returned.' };
  const own = ranges.filter((range) => range.build === build);
  if (own.length === 0) return { outcome: 'pass', note: `Build ${build} never had such an update.` };
  if (revision === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: `The revision of build ${build} was not returned.` };
  const found = own.find(({ from, until }) => revision >= from && revision < until);
  const release = `${build}.${revision}`;
  return found === undefined
    ? { outcome: 'pass', note: `${release} is outside the builds that damage keys.` }
    : {
        outcome: found.outcome,
        note: `${release} ${found.note}; cured from ${build}.${found.until}${found.cure === undefined ? '' : ` (${found.cure})`}.`,
      };
}
