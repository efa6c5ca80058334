import type { Contradiction } from '../../src-shared/model/contradiction';
import type { Finding } from '../../src-shared/model/finding';
import { ages } from './ages';
import { authorityCertificates } from './authority-certificates';
import { federationService } from './federation-service';
import { laterThanNow } from './later-than-now';
import { signingCertificates } from './signing-certificates';
import { templateNames } from './template-names';
import { tenant } from './tenant';
import type { Detector, Found, Sources } from './testimony';

const detectors: readonly Detector[] = [
  tenant,
  federationService,
  signingCertificates,
  templateNames,
  authorityCertificates,
  ages,
  laterThanNow,
];

/** A detector that throws is reported and does not touch the others. */
export function findContradictions(
  sources: Sources,
  findings: readonly Pick<Finding, 'checkId' | 'evidenceIds'>[],
  reportError: (error: unknown) => void = () => undefined,
): Contradiction[] {
  const found = detectors.flatMap((detect) => {
    try {
      return detect(sources);
    } catch (error) {
      reportError(error);
      return [];
    }
  });
  return found.map((each) => ({ ...each, checks: checksOn(each, findings) }));
}

/** Checks whose findings were given one of the records. */
function checksOn({ values }: Found, findings: readonly Pick<Finding, 'checkId' | 'evidenceIds'>[]): string[] {
  const records = new Set(values.flatMap(({ witnesses }) => witnesses.map(({ evidenceId }) => evidenceId)));
  return findings.filter(({ evidenceIds }) => evidenceIds.some((id) => records.has(id))).map(({ checkId }) => checkId);
}
