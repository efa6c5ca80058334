import { makeStyles } from '@fluentui/react-components';
import { accountsOf, type LiveSources } from '../../../../src-shared/model/plan';
import { PassphraseField } from '../../../ui/passphrase-field';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
});

interface CredentialFieldsProps {
  readonly live: LiveSources;
  readonly passwords: ReadonlyMap<string, string>;
  readonly onChange: (passwords: ReadonlyMap<string, string>) => void;
  /** Mark the ones left empty. */
  readonly isAsked: boolean;
}

/** Passwords of the reading accounts that have one, for one run; they live in the state of the component that asks and nowhere else. */
export function CredentialFields({ live, passwords, onChange, isAsked }: CredentialFieldsProps) {
  const styles = useStyles();
  return (
    <div className={styles.grid}>
      {accountsOf(live).map(({ id, user, at }) => (
        <PassphraseField
          key={id}
          label={`Password of ${user}`}
          hint={`For ${at}, for this run only`}
          value={passwords.get(id) ?? ''}
          onChange={(password) => onChange(new Map([...passwords, [id, password]]))}
          problem={
            isAsked && (passwords.get(id) ?? '') === ''
              ? 'Enter the password; without it this server cannot be read.'
              : undefined
          }
        />
      ))}
    </div>
  );
}
