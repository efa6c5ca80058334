import type { AdfsProperties } from '../../../src-shared/model/evidence/adfs-settings';
import type { DomainHead } from '../../../src-shared/model/evidence/directory';
import { domainsInScope, normalHostName } from '../../evidence/derived/forest-scope';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judged, unknown, unread } from '../result';
import { matchOf, summariseObjects } from '../summarise-objects';

export default defineCheck({
  id: 'SEC-021',
  revision: 1,
  why: 'Without smart lockout anybody on the internet can try passwords at AD FS, and lock the accounts of the organisation while doing so.',
  sources: [
    'https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-extranet-smart-lockout-protection',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['ad.domain', 'ad.partitions?', 'adfs.properties?', 'adfs.web-application-proxy?'],
  evaluate(inputs, { scope }) {
    const domains = domainsInScope(inputs['ad.partitions'].records, scope);
    const heads = inputs['ad.domain'].records.filter(({ target }) => domains.includes(target));
    const { records, gaps } = inputs['adfs.properties'];
    const observations = heads.map(({ target, data }) => ({
      label: `Lockout policy of ${target}`,
      observed: describeLockout(data),
    }));
    if (records.length === 0) {
      const [gap] = gaps;
      return unknown(gap?.reason ?? 'not-collected', {
        summary: `${gap?.message ?? 'The settings of AD FS were not collected, so whether smart lockout is on is not known.'} The directory tells the other half: ${heads.map(({ target, data }) => `${target}: ${describeLockout(data)}`).join('; ') || 'no domain in scope was read'}.`,
        observations,
      });
    }
    const isPublished = inputs['adfs.web-application-proxy'].records.length > 0;
    const objects = [
      ...records.map(({ id, target, data }) => ({
        id: `federation-service:${normalHostName(target)}`,
        kind: 'federation-service' as const,
        name: target,
        evidenceId: id,
        ...judgeLockout(
          data,
          heads.map((head) => head.data),
          isPublished,
        ),
      })),
      ...gaps
        .filter(({ target }) => target !== '*')
        .map((gap) =>
          unread(
            { id: `federation-service:${normalHostName(gap.target)}`, kind: 'federation-service', name: gap.target },
            gap,
          ),
        ),
    ];
    return judged(objects, {
      summary: summariseObjects(objects, {
        noun: 'AD FS farm',
        fail: ['has no extranet lockout', 'have no extranet lockout'],
        warning: [
          'has extranet lockout that does not protect in full',
          'have extranet lockout that does not protect in full',
        ],
        fine: 'smart lockout is enforced below the threshold of Active Directory.',
      }),
      observations: [
        ...objects.map((object) => ({
          label: object.name,
          observed: object.note,
          expected: 'smart lockout enforced, with a threshold below that of the domains',
          ...matchOf(object),
        })),
        ...observations,
      ],
    });
  },
  remediation: {
    task: 'Turn extranet smart lockout on.',
    steps: [
      'Turn extranet lockout on in the mode that only logs, for a week or two, so that AD FS learns the familiar places of users.',
      'Then enforce it, with a threshold below the lockout threshold of the domain: AD FS then stops guessing before the account is locked.',
      'Give the AD FS service account access to the account activity in the configuration database first.',
    ],
    command: [
      'Get-AdfsProperties | Select-Object *Extranet*',
      'Set-AdfsProperties -EnableExtranetLockout $true -ExtranetLockoutThreshold 10 -ExtranetObservationWindow (New-TimeSpan -Minutes 5) -ExtranetLockoutMode AdfsSmartLockoutLogOnly',
      'Update-AdfsArtifactDatabasePermission',
      'Set-AdfsProperties -ExtranetLockoutMode AdfsSmartLockoutEnforce',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify:
      '`Get-AdfsProperties` shows ExtranetLockoutMode ADFSSmartLockoutEnforce, and `Get-ADDefaultDomainPasswordPolicy` a higher LockoutThreshold or 0.',
    revert: '`Set-AdfsProperties -ExtranetLockoutMode AdfsSmartLockoutLogOnly`, or `-EnableExtranetLockout $false`.',
    right: 'AD FS administrator on every node',
  },
});

function judgeLockout(properties: AdfsProperties, domains: readonly DomainHead[], isPublished: boolean): Verdict {
  const {
    extranetLockoutEnabled: enabled,
    extranetLockoutMode: mode,
    extranetLockoutThreshold: threshold,
  } = properties;
  if (enabled === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The export does not tell whether extranet lockout is on.',
    };
  if (!enabled) {
    return isPublished
      ? { outcome: 'fail', note: 'Extranet lockout is off, and the farm is published by a Web Application Proxy.' }
      : {
          outcome: 'warning',
          note: 'Extranet lockout is off; this matters as soon as AD FS can be reached from the internet.',
        };
  }
  if (mode === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Extranet lockout is on; its mode was not told.' };
  if (mode.toLowerCase() !== 'adfssmartlockoutenforce')
    return {
      outcome: 'warning',
      note: `Extranet lockout is on in the mode ${mode.slice(0, 60)}, which does not keep familiar places apart or only logs.`,
    };
  return judgeThreshold(threshold, domains);
}

function judgeThreshold(threshold: number | undefined, domains: readonly DomainHead[]): Verdict {
  const thresholds = domains.map(({ lockoutThreshold }) => lockoutThreshold);
  if (threshold === undefined || domains.length === 0 || thresholds.includes(undefined)) {
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'Smart lockout is enforced; its threshold or that of a domain was not read, so they cannot be compared.',
    };
  }
  // 0 = the domain never locks an account.
  const lowest = Math.min(...thresholds.flatMap((each) => (each === undefined || each === 0 ? [] : [each])));
  return threshold < lowest
    ? { outcome: 'pass', note: `Smart lockout is enforced after ${threshold} attempts.` }
    : {
        outcome: 'warning',
        note: `Smart lockout is enforced after ${threshold} attempts, but a domain locks the account after ${lowest} already.`,
      };
}

function describeLockout({ lockoutThreshold, lockoutObservationSeconds }: DomainHead): string {
  if (lockoutThreshold === undefined) return 'the lockout threshold was not returned';
  if (lockoutThreshold === 0) return 'accounts are never locked';
  const window =
    lockoutObservationSeconds === undefined ? '' : ` within ${Math.round(lockoutObservationSeconds / 60)} minutes`;
  return `accounts are locked after ${lockoutThreshold} failed attempts${window}`;
}
