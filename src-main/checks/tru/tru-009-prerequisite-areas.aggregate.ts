import { type Area, areaTitles, prerequisiteAreas } from '../../../src-shared/model/area';
import type { CatalogueEntry } from '../../../src-shared/model/catalogue';
import type { Finding } from '../../../src-shared/model/finding';
import { type AggregateInputs, defineAggregate } from '../define-check';
import { findingObject } from '../finding-objects';
import { fail, pass, unknown, warning } from '../result';
import { countOf, listed } from '../wording';

export default defineAggregate({
  id: 'TRU-009',
  revision: 1,
  why: 'The deployment steps start only when all six prerequisite areas stand; one that nobody judged is a risk taken without knowing.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  evaluate({ findings, catalogue }) {
    const inAreas = findings.filter(({ area }) => isPrerequisite(area));
    const failed = (severity: Finding['severity']) =>
      inAreas.filter((finding) => finding.outcome === 'fail' && finding.severity === severity);
    const [blockers, risks] = [failed('blocker'), failed('high')];
    const open = inAreas.filter(({ outcome, severity }) => outcome === 'unknown' && severity === 'blocker');
    const unjudged = unjudgedBlockers({ findings, catalogue });
    const silent = prerequisiteAreas.filter((area) => !inAreas.some((finding) => finding.area === area));
    const detail = {
      objects: [...blockers, ...risks, ...open].map(findingObject),
      observations: prerequisiteAreas.map((area) => observe(area, inAreas, unjudged)),
    };
    const gaps = gapsOf(open.length, unjudged.length, silent);
    if (blockers.length > 0) {
      const also = gaps === '' ? '' : ` Besides, ${gaps}.`;
      return fail({
        ...detail,
        summary: `Not ready: ${blockedChecks(blockers)} in the six prerequisite areas.${also}`,
      });
    }
    if (gaps !== '')
      return unknown('not-collected', {
        ...detail,
        summary: `No blocker was found in the six prerequisite areas, but ${gaps}.`,
      });
    if (risks.length > 0)
      return warning({
        ...detail,
        severity: 'high',
        summary: `Ready with risk: no blocker, but ${countOf(risks.length, 'check')} of high severity failed.`,
      });
    return pass({
      ...detail,
      summary: 'Ready: in all six prerequisite areas no blocker was found and every check that could block was judged.',
    });
  },
  remediation: {
    steps: [
      'Work down the failed blockers in the order of the deployment: PKI, AD FS, policy, provisioning, single sign-on.',
      'Collect what is missing for the blockers that could not be judged.',
      'Have the checks this version does not judge answered by hand from the catalogue.',
    ],
    verify: 'Run the assessment again: this check passes when no blocker fails and none is open.',
  },
});

const isPrerequisite = (area: Area): boolean => prerequisiteAreas.some((prerequisite) => prerequisite === area);

/** Checks of the catalogue that could block and that this version does not judge. */
function unjudgedBlockers({ findings, catalogue }: AggregateInputs): readonly CatalogueEntry[] {
  const judged = new Set(findings.map(({ checkId }) => checkId));
  return catalogue.filter(
    ({ id, area, severity }) => isPrerequisite(area) && severity === 'blocker' && !judged.has(id),
  );
}

function observe(area: Area, findings: readonly Finding[], unjudged: readonly CatalogueEntry[]) {
  const own = findings.filter((finding) => finding.area === area && finding.severity === 'blocker');
  const failed = own.filter(({ outcome }) => outcome === 'fail').length;
  const open = own.filter(({ outcome }) => outcome === 'unknown').length;
  const beyond = unjudged.filter((entry) => entry.area === area).length;
  return {
    label: areaTitles[area],
    observed: `${countOf(failed, 'blocker')}, ${open} that could block not known, ${beyond} not judged by this version`,
    expected: 'no blocker, every blocker check judged',
    matches: failed + open + beyond === 0 && findings.some((finding) => finding.area === area),
  };
}

const blockedChecks = (blockers: readonly Finding[]): string =>
  `${countOf(blockers.length, 'check')} of severity blocker ${blockers.length === 1 ? 'fails' : 'fail'} (${listed(
    blockers.map(({ checkId }) => checkId),
    10,
  )})`;

/** What keeps the areas from being ready without being a blocker; empty when everything was judged. Goes on a sentence. */
function gapsOf(open: number, unjudged: number, silent: readonly Area[]): string {
  const parts = [
    ...(open > 0 ? [`${countOf(open, 'check')} that could block ${open === 1 ? 'is' : 'are'} not known`] : []),
    ...(unjudged > 0
      ? [`${countOf(unjudged, 'check')} that could block ${unjudged === 1 ? 'is' : 'are'} not judged by this version`]
      : []),
    ...(silent.length > 0 && unjudged === 0
      ? [`nothing was judged in ${listed(silent.map((area) => areaTitles[area]))}`]
      : []),
  ];
  return listed(parts);
}
