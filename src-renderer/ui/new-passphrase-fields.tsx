import { PassphraseField } from './passphrase-field';
import { type PassphraseStrength, passphraseStrength } from './passphrase-strength';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly again: string;
}

export const noPassphrase: NewPassphrase = { passphrase: '', again: '' };

export const isPassphraseReady = ({ passphrase, again }: NewPassphrase): boolean =>
  passphrase !== '' && passphrase === again;

const strengthWords: Readonly<Record<PassphraseStrength, string>> = {
  weak: 'Weak: easy to guess. Use four or more unrelated words.',
  fair: 'Fair. Another word makes it strong.',
  strong: 'Strong.',
};

interface NewPassphraseFieldsProps {
  /** "Passphrase", "New passphrase". */
  readonly label: string;
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  /** True once the person tried to go on: then also what is empty is a problem. */
  readonly isAsked: boolean;
}

/** A passphrase that is being set, typed twice, with how strong it is. */
export function NewPassphraseFields({ label, value, onChange, isAsked }: NewPassphraseFieldsProps) {
  const { passphrase, again } = value;
  const isTyped = isAsked || again.length >= passphrase.length;
  return (
    <>
      <PassphraseField
        label={label}
        autoComplete="new-password"
        value={passphrase}
        onChange={(changed) => onChange({ ...value, passphrase: changed })}
        problem={isAsked && passphrase === '' ? 'Enter a passphrase.' : undefined}
        {...(passphrase === '' ? {} : { hint: strengthWords[passphraseStrength(passphrase)] })}
      />
      <PassphraseField
        label={`${label} again`}
        autoComplete="new-password"
        value={again}
        onChange={(changed) => onChange({ ...value, again: changed })}
        problem={isTyped && again !== passphrase ? 'The two passphrases differ.' : undefined}
      />
    </>
  );
}
