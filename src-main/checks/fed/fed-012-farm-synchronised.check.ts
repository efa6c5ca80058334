import type { AdfsTls } from '../../../src-shared/model/evidence/adfs';
import type { AdfsNodeSync } from '../../../src-shared/model/evidence/adfs-settings';
import { isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { spanInWords } from '../../evidence/derived/time-span';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged } from '../result';
import { listed, shareOf } from '../wording';

const longestSilence = 15 * 60_000;

export default defineCheck({
  id: 'FED-012',
  revision: 1,
  why: 'A secondary node that no longer follows the primary serves old settings, so that some requests work and others do not.',
  sources: ['https://learn.microsoft.com/powershell/module/adfs/get-adfssyncproperties'],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['adfs.node-sync', 'host.system?', 'adfs.tls?'],
  evaluate({ 'adfs.node-sync': nodes, 'host.system': systems, 'adfs.tls': services }) {
    const buildOf = (host: string): number | undefined =>
      systems.records.find(({ data }) => isSameHost(data.host, host))?.data.build;
    const builds = [...new Set(nodes.records.flatMap(({ data }) => buildOf(data.host) ?? []))];
    const objects = nodes.records.map(
      ({ id, data, collectedAt }): JudgedObject => ({
        id: `host:${normalHostName(data.host)}`,
        kind: 'computer',
        name: normalHostName(data.host),
        evidenceId: id,
        ...judgeNode(data, new Date(collectedAt)),
      }),
    );
    const result = judged(objects, { summary: summarise(objects) });
    if (result.outcome !== 'pass') return result;
    const differing = services.records.flatMap(({ data }) => differingNodes(data));
    if (differing.length > 0)
      return {
        ...result,
        outcome: 'warning',
        summary: `${result.summary} But ${listed(differing)} ${differing.length === 1 ? 'shows' : 'show'} another TLS certificate than the other nodes.`,
      };
    if (builds.length < 2) return result;
    return {
      ...result,
      outcome: 'warning',
      summary: `${result.summary} The nodes have ${builds.length} different releases (builds ${listed(builds.map(String))}), which is meant for the time of an upgrade only.`,
    };
  },
  remediation: {
    task: 'Bring the nodes of the AD FS farm back into step.',
    steps: [
      'Look for the reason in the AD FS Admin log of the secondary node: port 80 to the primary, time, service account.',
      'Bring all nodes to one release and raise the farm behaviour level.',
    ],
    command: ['Get-AdfsSyncProperties', 'Restart-Service adfssrv'].join('\n'),
    verify: '`Get-AdfsSyncProperties` shows LastSyncStatus 0 and a time within the last minutes.',
    right: 'AD FS administrator',
  },
});

/** Nodes whose certificate for the service name is not the one most nodes show; of equally many the first counts as usual. */
function differingNodes({ views = [] }: AdfsTls): readonly string[] {
  const nodes = views.flatMap(({ purpose, node, chain: [leaf] }) =>
    purpose === 'node' && node !== undefined && leaf !== undefined ? [{ node, thumbprint: leaf.thumbprint }] : [],
  );
  const countOfThumbprint = (wanted: string): number => nodes.filter(({ thumbprint }) => thumbprint === wanted).length;
  const most = Math.max(0, ...nodes.map(({ thumbprint }) => countOfThumbprint(thumbprint)));
  const [usual] = nodes.filter(({ thumbprint }) => countOfThumbprint(thumbprint) === most);
  return nodes.filter(({ thumbprint }) => thumbprint !== usual?.thumbprint).map(({ node }) => node);
}

/** Ages are counted to the moment of collection: the export may be days old. */
function judgeNode({ role, lastStatus, lastSync, primary }: AdfsNodeSync, collectedAt: Date): Verdict {
  if (role?.toLowerCase() === 'primarycomputer') return { outcome: 'pass', note: 'It is the primary node.' };
  if (role === undefined)
    return { outcome: 'unknown', reason: 'not-collected', note: 'Its role in the farm was not returned.' };
  if (lastStatus === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The status of its last synchronisation was not returned.',
    };
  const from = primary === undefined ? 'the primary' : primary;
  if (lastStatus !== 0)
    return { outcome: 'fail', note: `Its last synchronisation from ${from} failed (status ${lastStatus}).` };
  if (lastSync === undefined)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The time of its last synchronisation was not returned.',
    };
  const age = collectedAt.getTime() - Date.parse(lastSync);
  return age <= longestSilence
    ? { outcome: 'pass', note: `It follows ${from}.` }
    : { outcome: 'fail', note: `It last synchronised from ${from} ${spanInWords(age)} before this was collected.` };
}

function summarise(objects: readonly JudgedObject[]): string {
  const failing = objects.filter(({ outcome }) => outcome === 'fail');
  if (failing.length > 0)
    return `${shareOf(failing.length, objects.length, 'AD FS node', ['does not follow', 'do not follow'])} the primary. ${failing
      .slice(0, 3)
      .map(({ name, note }) => `${name}: ${note}`)
      .join(' ')}`;
  const open = objects.filter(({ outcome }) => outcome === 'unknown');
  if (open.length > 0)
    return `Whether ${listed(open.map(({ name }) => name))} ${open.length === 1 ? 'follows' : 'follow'} the primary is not known.`;
  return objects.length === 1
    ? `${listed(objects.map(({ name }) => name))} is in order.`
    : `All ${objects.length} AD FS nodes that were read are in step.`;
}
