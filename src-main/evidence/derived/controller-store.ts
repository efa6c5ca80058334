import type { DescribedCertificate, HeldCertificate, HostCertificates } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { outcomeRank } from '../../../src-shared/model/outcome';
import { strengthOf } from './certificate-strength';
import {
  type ControllerNames,
  judgeControllerSubjectNames,
  judgeControllerUsages,
  judgeControllerValidity,
} from './controller-certificate';
import { judgeTemplateMark, type KnownTemplates } from './controller-template';
import { undated } from './described-certificate';
import type { Verdict } from './verdict';

/** What the suitability of a certificate for the KDC of one controller is judged by. */
export interface KdcDemands extends ControllerNames {
  readonly entraJoined: boolean;
  readonly templates: KnownTemplates;
  readonly now: Date;
}

/** Whether the KDC can use a certificate (PKI-007 to PKI-010 together): what is only a warning there does not stop it. The note begins in lower case. */
export function judgeForKdc(certificate: CertificateFacts, demands: KdcDemands): Verdict {
  const verdicts = [
    judgeControllerValidity(certificate, demands.now),
    judgeControllerUsages(certificate, demands.entraJoined),
    judgeControllerSubjectNames(certificate, demands, demands.entraJoined),
    judgeTemplateMark(certificate, demands.templates),
  ].filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  const worst = [...verdicts].sort((a, b) => outcomeRank(a.outcome) - outcomeRank(b.outcome))[0];
  if (worst === undefined) return { outcome: 'pass', note: 'suits the KDC.' };
  const { outcome, reason } = worst;
  const note = verdicts.map((each) => each.note).join(' It ');
  return reason === undefined ? { outcome, note } : { outcome, note, reason };
}

/**
 * What is told of a certificate that is only described can speak against it, never for it: without dates none suits for certain. The note begins in lower case.
 */
function judgeDescribedForKdc(certificate: DescribedCertificate, demands: KdcDemands): Verdict {
  const { usages, names, template } = certificate;
  const { weak } = strengthOf(certificate);
  const faults = [
    ...(weak.length === 0 ? [] : [{ outcome: 'fail', note: `too weak: it has ${weak.join(' and ')}.` } as const]),
    ...(usages === undefined ? [] : [judgeControllerUsages(usages, demands.entraJoined)]),
    ...(names === undefined ? [] : [judgeControllerSubjectNames(names, demands, demands.entraJoined)]),
    ...(usages === undefined || template === undefined
      ? []
      : [judgeTemplateMark({ ...usages, ...template }, demands.templates)]),
  ].filter(({ outcome }) => outcome === 'fail');
  if (faults.length > 0) return { outcome: 'fail', note: faults.map(({ note }) => note).join(' It ') };
  const untold = Object.entries({ usages, names, template }).flatMap(([name, told]) =>
    told === undefined ? name : [],
  );
  const note =
    untold.length === 0
      ? `suits the KDC by its usages, names and template, but ${undated}.`
      : `may suit the KDC: its ${new Intl.ListFormat('en-GB').format(untold)} could not be read, and ${undated}.`;
  return { outcome: 'unknown', reason: 'unreadable', note };
}

/** Whether one of the certificates in the computer's store of a controller serves the KDC (PKI-006): it has its key and suits. */
export function judgeControllerStore(
  { certificates, described = [] }: Pick<HostCertificates, 'certificates' | 'described'>,
  demands: KdcDemands,
): Verdict {
  const verdicts = [
    ...certificates.filter(mayHaveKey).map((one) => judgeHeldForKdc(one, demands)),
    ...described.filter(mayHaveKey).map((one) => judgeDescribedForKdc(one, demands)),
  ];
  if (verdicts.length === 0) return { outcome: 'fail', note: 'Its store holds no certificate with a private key.' };
  const best = [...verdicts].sort((a, b) => ranks.indexOf(a.outcome) - ranks.indexOf(b.outcome))[0];
  if (best === undefined || best.outcome === 'fail') {
    const all = verdicts.length === 1 ? 'The only certificate' : `None of ${verdicts.length} certificates`;
    const verb = verdicts.length === 1 ? 'with a key does not suit' : 'with a key suits';
    return { outcome: 'fail', note: `${all} ${verb} the KDC: it ${best?.note ?? 'is not known.'}` };
  }
  return { ...best, note: `A certificate in its store ${best.note}` };
}

const mayHaveKey = ({ hasPrivateKey }: { readonly hasPrivateKey?: boolean }): boolean => hasPrivateKey !== false;

function judgeHeldForKdc({ certificate, hasPrivateKey }: HeldCertificate, demands: KdcDemands): Verdict {
  const verdict = judgeForKdc(certificate, demands);
  return verdict.outcome === 'pass' && hasPrivateKey === undefined
    ? {
        outcome: 'unknown',
        reason: 'not-collected',
        note: 'suits the KDC, but whether its key is there was not told.',
      }
    : verdict;
}

const ranks: readonly Verdict['outcome'][] = ['pass', 'unknown', 'fail'];
