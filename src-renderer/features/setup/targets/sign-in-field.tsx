import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { DirectorySource } from '../../../../src-shared/model/plan';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';

type SignIn = DirectorySource['signIn'];

interface SignInFieldProps {
  readonly value: SignIn;
  readonly onChange: (value: SignIn) => void;
}

const needs =
  'Kerberos needs a computer that is joined to the domain, or a ticket got by kinit, and the server’s name rather than its address. Nothing is typed.';

/** How to sign in to a domain controller; the main process says whether this computer can use a Kerberos ticket. */
export function SignInField({ value, onChange }: SignInFieldProps) {
  const { value: answer } = useLoad('', () => bridge.sources.kerberos({}));
  const obstacle = answer?.obstacle ?? undefined;
  const hint = obstacle === undefined ? needs : `${obstacle} Only a sign-in with a password is possible here.`;
  return (
    <Field label="Sign-in" hint={hint}>
      <RadioGroup
        value={value}
        onChange={(_event, data) => onChange(data.value === 'kerberos' ? 'kerberos' : 'password')}
      >
        <Radio value="password" label="User name and password" />
        <Radio
          value="kerberos"
          label="Kerberos ticket of the signed-in user"
          disabled={answer?.obstacle !== null && value !== 'kerberos'}
        />
      </RadioGroup>
    </Field>
  );
}
