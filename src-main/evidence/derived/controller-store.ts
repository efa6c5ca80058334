import type { HeldCertificate } from '../../../src-shared/model/evidence/host';
import type { CertificateFacts } from '../../../src-shared/model/evidence/pki';
import { outcomeRank } from '../../../src-shared/model/outcome';
import {
  type ControllerNames,
  judgeControllerSubjectNames,
  judgeControllerUsages,
  judgeControllerValidity,
} from './controller-certificate';
import { judgeTemplateMark, type KnownTemplates } from './controller-template';
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

/** Whether one of the certificates in the computer's store of a controller serves the KDC (PKI-006): it has its key and suits. */
export function judgeControllerStore(certificates: readonly HeldCertificate[], demands: KdcDemands): Verdict {
  const withKey = certificates.filter(({ hasPrivateKey }) => hasPrivateKey !== false);
  if (withKey.length === 0) return { outcome: 'fail', note: 'Its store holds no certificate with a private key.' };
  const verdicts = withKey.map(({ certificate, hasPrivateKey }): Verdict => {
    const verdict = judgeForKdc(certificate, demands);
    return verdict.outcome === 'pass' && hasPrivateKey === undefined
      ? {
          outcome: 'unknown',
          reason: 'not-collected',
          note: 'suits the KDC, but whether its key is there was not told.',
        }
      : verdict;
  });
  const best = [...verdicts].sort((a, b) => ranks.indexOf(a.outcome) - ranks.indexOf(b.outcome))[0];
  if (best === undefined || best.outcome === 'fail') {
    const all = withKey.length === 1 ? 'The only certificate' : `None of ${withKey.length} certificates`;
    const verb = withKey.length === 1 ? 'with a key does not suit' : 'with a key suits';
    return { outcome: 'fail', note: `${all} ${verb} the KDC: it ${best?.note ?? 'is not known.'}` };
  }
  return { ...best, note: `A certificate in its store ${best.note}` };
}

const ranks: readonly Verdict['outcome'][] = ['pass', 'unknown', 'fail'];
