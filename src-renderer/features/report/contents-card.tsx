import { makeStyles } from '@fluentui/react-components';
import { Card } from '../../ui/card';
import { reportChapters } from './report-chapters';
import type { Profile } from './report-store';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '20px' } });

/** What the report of a profile holds. */
export function ContentsCard({ profile }: { readonly profile: Profile }) {
  const styles = useStyles();
  return (
    <Card title="Contents">
      <ol className={styles.list}>
        {reportChapters[profile].map((chapter) => (
          <li key={chapter}>{chapter}</li>
        ))}
      </ol>
    </Card>
  );
}
