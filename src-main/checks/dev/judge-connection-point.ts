import { forestsInScope, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import { joinScpName, joinScpsOf, parseScpKeywords } from '../../evidence/derived/join-service-connection-point';
import type { CheckContext, CheckResult, Evidence, Inputs } from '../define-check';
import { type JudgedObject, judged, unread } from '../result';
import { countOf, listed, namesOf, shareOf } from '../wording';

export const connectionPointNeeds = ['ad.device-registration'] as const;

/** Whether each forest has a complete service connection point for hybrid join (DEV-002). */
export function judgeConnectionPoint(
  { 'ad.device-registration': registration }: Inputs<(typeof connectionPointNeeds)[number]>,
  { scope }: CheckContext,
): CheckResult {
  const forests = forestsInScope(registration.records, scope);
  const objects = [
    ...forests.records.map(judgeForest),
    ...forests.absent.map((name) =>
      unread(
        { id: `forest:${name}`, kind: 'forest', name },
        registration.gaps.find(({ target }) => isSameHost(target, name)),
      ),
    ),
  ];
  return judged(objects, {
    summary: summarise(objects),
    observations: forests.records.flatMap(({ target, data }) => {
      const keywords = joinScpsOf(data).flatMap((point) => point.keywords);
      return {
        label: `Keywords in ${target}`,
        observed: listed(keywords, 10) || 'none',
        expected: 'azureADName and azureADId',
        matches: isComplete(keywords),
      };
    }),
  });
}

function judgeForest({ target, id, data }: Evidence<'ad.device-registration'>): JudgedObject {
  const object = { id: `forest:${normalHostName(target)}`, kind: 'forest', name: target, evidenceId: id } as const;
  const points = joinScpsOf(data);
  if (points.length === 0) {
    const strays = data.serviceConnectionPoints.length;
    const note = `The service connection point is missing${strays > 0 ? `; ${countOf(strays, 'other')} with a name Windows does not look for exist` : ''}.`;
    return { ...object, outcome: 'fail', note };
  }
  const keywords = points.flatMap((point) => point.keywords);
  const located = { ...object, locate: joinScpName };
  if (isComplete(keywords))
    return { ...located, outcome: 'pass', note: 'The service connection point names a domain and a tenant.' };
  const { domains, tenants } = parseScpKeywords(keywords);
  const lacking = [...(domains.length === 0 ? ['azureADName'] : []), ...(tenants.length === 0 ? ['azureADId'] : [])];
  return { ...located, outcome: 'fail', note: `The service connection point lacks the keyword ${listed(lacking)}.` };
}

function isComplete(keywords: readonly string[]): boolean {
  const { domains, tenants } = parseScpKeywords(keywords);
  return domains.length > 0 && tenants.length > 0;
}

function summarise(objects: readonly JudgedObject[]): string {
  const [bad, unseen] = [namesOf(objects, 'fail'), namesOf(objects, 'unknown')];
  if (bad.length > 0) {
    return `${shareOf(bad.length, objects.length, 'forest', ['has', 'have'])} no complete service connection point for hybrid join: ${listed(bad)}.`;
  }
  if (unseen.length > 0) return `Whether ${listed(unseen)} has a service connection point could not be seen.`;
  return `${countOf(objects.length, 'forest')} checked: each has a service connection point that names a domain and a tenant.`;
}
