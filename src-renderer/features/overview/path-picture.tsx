import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import { areaTitles, deploymentSteps, prerequisiteAreas, stepTitles } from '../../../src-shared/model/area';
import type { Readiness } from '../../../src-shared/model/readiness';
import { PathTile } from './path-tile';
import { showFindings } from './show-findings';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: '8px' },
  areas: {
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    '@media (max-width: 1160px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    '@media (max-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  steps: {
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    '@media (max-width: 960px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    '@media (max-width: 560px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  item: { display: 'flex', alignItems: 'center', gap: '0', minWidth: 0 },
  arrow: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  title: { margin: 0 },
});

/** Six prerequisite areas, then the five deployment steps, each a gate for the next, from left to right. */
export function PathPicture({ readiness }: { readonly readiness: Readiness }) {
  const styles = useStyles();
  const areas = prerequisiteAreas.flatMap((area) => readiness.areas.find((group) => group.area === area) ?? []);
  const steps = deploymentSteps.flatMap((step) => readiness.steps.find((group) => group.step === step) ?? []);
  return (
    <section className={styles.root} aria-label="Path to deployment">
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        Prerequisites
      </Text>
      <ul className={`${styles.list} ${styles.areas}`}>
        {areas.map((group) => (
          <li key={group.area} className={styles.item}>
            <PathTile
              title={areaTitles[group.area]}
              group={group}
              onShow={() => showFindings({ areas: [group.area] })}
            />
          </li>
        ))}
      </ul>
      <Text as="h2" size={400} weight="semibold" className={styles.title}>
        Deployment steps
      </Text>
      <ol className={`${styles.list} ${styles.steps}`}>
        {steps.map((group, index) => (
          <li key={group.step} className={styles.item}>
            {index === 0 ? null : <ChevronRight16Regular className={styles.arrow} aria-hidden="true" />}
            <PathTile
              number={index + 1}
              title={stepTitles[group.step]}
              group={group}
              onShow={() => showFindings({ steps: [group.step] })}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
