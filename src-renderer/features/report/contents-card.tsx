import { makeStyles } from '@fluentui/react-components';
import { Card } from '../../ui/card';
import type { Profile } from './report-store';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

const executive = [
  'Cover',
  'Summary for management',
  'Scope and method',
  'Readiness by area and step',
  'Blockers',
  'What is not known',
  'Catalogue and knowledge versions',
] as const;
const technical = [
  'Cover',
  'Summary for management',
  'Scope and method',
  'Readiness by area and step',
  'Remediation plan',
  'Findings',
  'What is not known',
  'Evidence with hashes',
  'Catalogue and knowledge versions',
] as const;

/** What the report of a profile holds. */
export function ContentsCard({ profile }: { readonly profile: Profile }) {
  const styles = useStyles();
  const chapters = profile === 'executive' ? executive : technical;
  return (
    <Card title="Contents">
      <ol className={styles.list}>
        {chapters.map((chapter) => (
          <li key={chapter}>{chapter}</li>
        ))}
      </ol>
    </Card>
  );
}
