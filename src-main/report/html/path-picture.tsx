import { areaTitles, deploymentSteps, prerequisiteAreas, stepTitles } from '../../../src-shared/model/area';
import type { Readiness, ReadinessGroup } from '../../../src-shared/model/readiness';
import { openWords } from '../../../src-shared/model/readiness-words';
import { partOf } from '../../../src-shared/text/quantity';
import { VerdictStatus, verdictOutcome } from './status';

/** Six prerequisite areas, then the five deployment steps, each a gate for the next. */
export function PathPicture({ readiness }: { readonly readiness: Readiness }) {
  const areas = prerequisiteAreas.flatMap((area) => readiness.areas.find((group) => group.area === area) ?? []);
  const steps = deploymentSteps.flatMap((step) => readiness.steps.find((group) => group.step === step) ?? []);
  return (
    <>
      <h3>Prerequisites</h3>
      <ul className="tiles areas">
        {areas.map((group) => (
          <Tile key={group.area} title={areaTitles[group.area]} group={group} />
        ))}
      </ul>
      <h3>Deployment steps, each a gate for the next</h3>
      <ol className="tiles steps">
        {steps.map((group, index) => (
          <Tile key={group.step} title={`${index + 1}. ${stepTitles[group.step]}`} group={group} />
        ))}
      </ol>
    </>
  );
}

const Tile = ({ title, group }: { readonly title: string; readonly group: ReadinessGroup }) => (
  <li className={`tile ${verdictOutcome[group.verdict]}`}>
    <p className="tile-title">{title}</p>
    <p>
      <VerdictStatus verdict={group.verdict} />
    </p>
    <p className="quiet">
      {openInGroup(group) || `${partOf(group.conclusive, group.applicable)} applicable checks conclusive`}
    </p>
  </li>
);

/** `2 blockers, 1 warning, 3 not known`; why there is nothing to say; or nothing. */
export function openInGroup(group: ReadinessGroup): string {
  if (group.implemented === 0) return 'not judged by this version';
  if (group.applicable === 0) return 'nothing that was judged applies';
  return openWords(group).join(', ');
}
