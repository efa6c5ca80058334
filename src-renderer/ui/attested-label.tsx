import { makeStyles, tokens } from '@fluentui/react-components';
import { PersonVoice16Regular } from '@fluentui/react-icons';
import { attestedBy } from '../../src-shared/interview/attested-by';
import type { Attestation } from '../../src-shared/model/finding';
import { Untrusted } from './untrusted';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorNeutralForeground2 },
});

/** Marks what rests on somebody's word: `Attested by Imke Brandt on 2026-11-20`. Nothing when nobody was asked. */
export function AttestedLabel({ attested }: { readonly attested: readonly Pick<Attestation, 'saidBy' | 'saidOn'>[] }) {
  const styles = useStyles();
  const words = [...new Set(attested.map(attestedBy))].join('; ');
  if (words === '') return null;
  return (
    <span className={styles.root}>
      <PersonVoice16Regular aria-hidden="true" />
      <Untrusted>{words.charAt(0).toUpperCase() + words.slice(1)}</Untrusted>
    </span>
  );
}
