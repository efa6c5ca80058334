import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { judgeFarms } from '../fed/judge-farms';
import { listed, timesOf } from '../wording';
import { addScopeCommand, brokerPermission, grants } from './broker-permission';

/** Windows Server 2019; earlier releases do not know the scope. */
const server2019 = 17_763;
const refusedRequest = 1021;
const adminLog = 'ad fs/admin';

export default defineCheck({
  id: 'RA-007',
  revision: 1,
  why: 'Newer Windows asks AD FS for the scope ugs as well; an AD FS that refuses it gives neither token nor certificate.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: ['adfs.application-permissions', 'host.system?', 'host.events?', 'adfs.farm-information?'],
  evaluate(inputs) {
    const nodes = inputs['adfs.farm-information'].records.flatMap(({ data }) => data.nodes.map(({ host }) => host));
    const builds = inputs['host.system'].records
      .filter(({ data }) => data.role === 'adfs' || nodes.some((node) => isSameHost(node, data.host)))
      .flatMap(({ data }) => data.build ?? []);
    const refusals = inputs['host.events'].records
      .filter(({ data }) => data.log.toLowerCase() === adminLog)
      .flatMap(({ data }) => data.events.filter(({ id }) => id === refusedRequest));
    const isOld = builds.length > 0 && builds.every((build) => build < server2019);
    return judgeFarms(inputs['adfs.application-permissions'].records, ({ data }) => {
      if (isOld)
        return { outcome: 'not-applicable', note: 'The farm runs Windows Server 2016, which does not know the scope.' };
      const permission = brokerPermission(data);
      if (permission === undefined)
        return { outcome: 'fail', note: 'The Windows broker has no permission at AD FS at all.' };
      const has = grants(permission, 'ugs');
      const observations = [
        {
          label: 'Scopes of the Windows broker',
          observed: listed(permission.scopes, 15) || 'none',
          expected: 'ugs among them',
          matches: has,
        },
      ];
      if (has) return { outcome: 'pass', note: 'The Windows broker may use the scope ugs.', observations };
      const lead = 'The Windows broker may not use the scope ugs';
      if (refusals.length > 0)
        return {
          outcome: 'fail',
          note: `${lead}, and AD FS refused requests (event ${refusedRequest}) ${timesOf(refusals.length)}.`,
          observations,
        };
      return builds.length === 0
        ? {
            outcome: 'unknown',
            reason: 'not-collected',
            note: `${lead}; whether the farm is of a release that needs it was not read.`,
            observations,
          }
        : {
            outcome: 'warning',
            severity: 'medium',
            note: `${lead}, which current Windows asks for; no refusal was seen.`,
            observations,
          };
    });
  },
  remediation: {
    task: 'Grant the scope ugs to the Windows broker.',
    steps: ['Add the scope and grant it to the Windows broker, then restart AD FS on every node.'],
    command: addScopeCommand('ugs'),
    verify: '`Get-AdfsApplicationPermission` lists ugs for the client, and event 1021 no longer appears.',
    revert: '`Set-AdfsApplicationPermission -TargetIdentifier $id -RemoveScope ugs`.',
    right: 'AD FS administrator',
  },
});
