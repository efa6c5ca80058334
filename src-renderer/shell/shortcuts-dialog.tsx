import { makeStyles, tokens } from '@fluentui/react-components';
import { AppDialog } from '../ui/app-dialog';
import { closeDialog } from './dialog-store';
import { shortcuts } from './use-shortcuts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  cell: { padding: '6px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, textAlign: 'start' },
  key: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
});

export function ShortcutsDialog() {
  const styles = useStyles();
  return (
    <AppDialog title="Keyboard shortcuts" onClose={closeDialog}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.cell}>
              Keys
            </th>
            <th scope="col" className={styles.cell}>
              What they do
            </th>
          </tr>
        </thead>
        <tbody>
          {shortcuts.map(({ keys, does }) => (
            <tr key={keys}>
              <th scope="row" className={`${styles.cell} ${styles.key}`}>
                {keys}
              </th>
              <td className={styles.cell}>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </AppDialog>
  );
}
