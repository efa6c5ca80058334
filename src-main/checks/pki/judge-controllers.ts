import type { CertificateFacts, DcCertificate } from '../../../src-shared/model/evidence/pki';
import { severityRank } from '../../../src-shared/model/outcome';
import type { Scope } from '../../../src-shared/model/scope';
import type { ControllerNames, GradedVerdict } from '../../evidence/derived/controller-certificate';
import { domainsInScope, isBelow, isSameHost, normalHostName } from '../../evidence/derived/forest-scope';
import type { CheckResult, Collected } from '../define-check';
import { type JudgedObject, judged, unknown, unread } from '../result';
import { countOf, listed, shareOf } from '../wording';

/** The kinds every check of domain controllers' certificates takes. */
export const controllerNeeds = ['pki.dc-certificate', 'ad.domain-controllers?', 'ad.partitions?'] as const;

export interface ControllerInputs {
  readonly 'pki.dc-certificate': Collected<'pki.dc-certificate'>;
  readonly 'ad.domain-controllers': Collected<'ad.domain-controllers'>;
  readonly 'ad.partitions': Collected<'ad.partitions'>;
}

/** A controller in scope whose certificate was read. */
export interface SeenController extends ControllerNames {
  readonly certificate: CertificateFacts;
  readonly chain: readonly CertificateFacts[];
  readonly seen: DcCertificate['seen'];
  readonly evidenceId: string;
}
export type JudgedController = JudgedObject & GradedVerdict;

export const controllerObject = (host: string) =>
  ({ id: `domain-controller:${normalHostName(host)}`, kind: 'domain-controller', name: host }) as const;

/** Domain controllers of the scope: those whose certificate was read, and the others with their gap. */
export function scanControllers(
  inputs: ControllerInputs,
  scope: Scope,
): { readonly seen: readonly SeenController[]; readonly unseen: readonly JudgedController[] } {
  const { records, gaps } = inputs['pki.dc-certificate'];
  const domains = domainsInScope(inputs['ad.partitions'].records, scope);
  const known = inputs['ad.domain-controllers'].records
    .filter(({ target }) => domains.includes(target))
    .flatMap(({ target, data }) =>
      data.controllers.map(({ dnsHostName }) => ({ host: normalHostName(dnsHostName), domain: target })),
    );
  const isInScope = (host: string): boolean =>
    scope.forests.length === 0 ||
    known.some((each) => isSameHost(each.host, host)) ||
    [...domains.known, ...scope.forests].some((domain) => isBelow(host, domain));
  const read = records.filter(({ data }) => isInScope(data.host));
  const seen = read.flatMap(({ id, data }): readonly SeenController[] => {
    const [certificate] = data.chain;
    if (certificate === undefined) return [];
    const domain = known.find(({ host }) => isSameHost(host, data.host))?.domain ?? parentName(data.host);
    return [{ host: data.host, domain, certificate, chain: data.chain, seen: data.seen, evidenceId: id }];
  });
  const empty = read
    .filter(({ data }) => data.chain.length === 0)
    .map(
      ({ id, data }): JudgedController => ({
        ...controllerObject(data.host),
        evidenceId: id,
        outcome: 'unknown',
        reason: 'unreadable',
        note: 'The record holds no certificate.',
      }),
    );
  const others = [...new Set([...known.map(({ host }) => host), ...gaps.map(({ target }) => normalHostName(target))])];
  const unseen = others
    .filter((host) => host !== '*' && isInScope(host) && !records.some(({ data }) => isSameHost(data.host, host)))
    .map((host) =>
      unread(
        controllerObject(host),
        gaps.find(({ target }) => isSameHost(target, host)),
      ),
    );
  return { seen, unseen: [...empty, ...unseen] };
}

/** A controller that the directory did not list is taken to be in the domain its name says. */
const parentName = (host: string): string => normalHostName(host).split('.').slice(1).join('.');

/** What a check says of its subject, for the summary. */
export interface ControllerWording {
  /** Continues "2 of 3 domain controllers have a certificate that …". */
  readonly fault: string;
  /** Continues "3 domain controllers checked: ". */
  readonly fine: string;
  /** What an observation expects. */
  readonly expected: string;
  readonly observe: (certificate: CertificateFacts) => string;
}

/** Judges the certificate of every domain controller in scope by itself. */
export function judgeControllers(
  inputs: ControllerInputs,
  scope: Scope,
  judge: (controller: SeenController) => GradedVerdict,
  wording: ControllerWording,
): CheckResult {
  const { seen, unseen } = scanControllers(inputs, scope);
  const verdicts = seen.map((controller) => ({ controller, verdict: judge(controller) }));
  const objects: readonly JudgedController[] = [
    ...verdicts.map(({ controller, verdict }) => ({
      ...controllerObject(controller.host),
      evidenceId: controller.evidenceId,
      ...verdict,
      note: sentence(controller, verdict.note),
    })),
    ...unseen,
  ];
  if (objects.length === 0) {
    return unknown('not-collected', {
      summary: 'No certificate of a domain controller in the forests of the scope was collected.',
    });
  }
  const result = judged(
    objects.map(({ severity: _, ...object }) => object),
    {
      summary: summarise(objects, wording),
      observations: verdicts.map(({ controller, verdict }) => ({
        label: controller.host,
        observed: wording.observe(controller.certificate) + (controller.seen === 'tls' ? ' (LDAPS)' : ''),
        expected: wording.expected,
        ...(verdict.outcome === 'unknown' ? {} : { matches: verdict.outcome === 'pass' }),
      })),
    },
  );
  return withWorstSeverity(result, objects);
}

const sentence = ({ seen }: SeenController, note: string): string =>
  seen === 'tls' ? `Shown on LDAPS: ${note}` : `${note.charAt(0).toUpperCase()}${note.slice(1)}`;

/** The strongest severity among the objects that decided; the class of the check where none says another. */
export function withWorstSeverity(result: CheckResult, objects: readonly JudgedController[]): CheckResult {
  const decisive = objects.filter(({ outcome }) => outcome === result.outcome);
  const [worst] = decisive.flatMap(({ severity }) => severity ?? []).sort((a, b) => severityRank(a) - severityRank(b));
  return worst === undefined ? result : { ...result, severity: worst };
}

function summarise(objects: readonly JudgedController[], { fault, fine }: ControllerWording): string {
  const having = (outcome: JudgedObject['outcome']) => objects.filter((object) => object.outcome === outcome);
  const [broken, ageing, unseen] = [having('fail'), having('warning'), having('unknown')];
  const whole = countOf(objects.length, 'domain controller');
  const told = (some: readonly JudgedController[]): string =>
    listed(
      some.map(({ name, note }) => `${name} (${note.replace(/\.$/u, '')})`),
      3,
    );
  const rest = [
    ...(broken.length > 0 && ageing.length > 0
      ? [`${ageing.length} more ${ageing.length === 1 ? 'needs' : 'need'} attention.`]
      : []),
    ...(broken.length + ageing.length > 0 && unseen.length > 0 ? [`${unseen.length} more could not be judged.`] : []),
  ];
  const worst = broken.length > 0 ? broken : ageing;
  if (worst.length > 0) {
    const share = shareOf(worst.length, objects.length, 'domain controller', ['has', 'have']);
    const lead = broken.length > 0 ? `a certificate that ${fault}` : 'a certificate that needs attention';
    return [`${share} ${lead}: ${told(worst)}.`, ...rest].join(' ');
  }
  if (unseen.length > 0)
    return `The certificate of ${unseen.length} of ${whole} could not be judged: ${listed(unseen.map(({ name }) => name))}.`;
  return `${whole} checked: ${fine}`;
}
