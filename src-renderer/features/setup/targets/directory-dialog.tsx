import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { type DirectorySource, takesPassword } from '../../../../src-shared/model/plan';
import { hostProblem, portOf, portProblem, userProblem } from './field-checks';
import { SignInField } from './sign-in-field';
import { SourceDialog, withSource } from './source-dialog';
import { newSourceId } from './source-id';
import type { TargetsProps } from './targets-step';

interface DirectoryDialogProps extends TargetsProps {
  /** The one to edit; a new one when left out. */
  readonly source?: DirectorySource;
  /** Server of a new one, when known. */
  readonly server?: string;
  readonly onClose: () => void;
}

const accountOf = (source: DirectorySource | undefined): string | undefined =>
  source !== undefined && takesPassword(source) ? source.user : undefined;

/** Adds or edits a domain controller; starts with the sign-in used for the last one. */
export function DirectoryDialog({ live, set, source, server = '', onClose }: DirectoryDialogProps) {
  const [host, setHost] = useState(source?.server ?? server);
  const [security, setSecurity] = useState(source?.security ?? 'ldaps');
  const [port, setPort] = useState(source?.port === undefined ? '' : String(source.port));
  const model = source ?? live.directory.at(-1);
  const [signIn, setSignIn] = useState(model?.signIn ?? 'password');
  const [user, setUser] = useState(accountOf(model) ?? '');
  const isByPassword = signIn === 'password';
  const problems = {
    host: hostProblem(host),
    port: portProblem(port),
    user: isByPassword ? userProblem(user) : undefined,
  };

  const save = (): void => {
    const taken = live.directory.map((other) => other.id);
    const server = {
      id: source?.id ?? newSourceId('dc', host.trim(), taken),
      server: host.trim(),
      security,
      ...portOf(port),
    };
    const named = source !== undefined && takesPassword(source) ? source.passwordEnv : undefined;
    const saved: DirectorySource = isByPassword
      ? { ...server, signIn, user: user.trim(), ...(named === undefined ? {} : { passwordEnv: named }) }
      : { ...server, signIn };
    set({ directory: withSource(live.directory, saved) });
  };
  return (
    <SourceDialog
      noun="domain controller"
      isNew={source === undefined}
      problems={problems}
      onSave={save}
      onClose={onClose}
    >
      {(shown) => (
        <>
          <Field
            label="Server"
            hint="The name its certificate carries, such as dc1.corp.contoso.com"
            required
            {...shown(problems.host)}
          >
            <Input autoFocus value={host} maxLength={255} onChange={(_event, data) => setHost(data.value)} />
          </Field>
          <Field label="Connection">
            <RadioGroup
              layout="horizontal"
              value={security}
              onChange={(_event, data) => setSecurity(data.value === 'starttls' ? 'starttls' : 'ldaps')}
            >
              <Radio value="ldaps" label="LDAPS" />
              <Radio value="starttls" label="LDAP with StartTLS" />
            </RadioGroup>
          </Field>
          <Field
            label="Port"
            hint={`Usually ${security === 'ldaps' ? 636 : 389}; leave empty for that`}
            {...shown(problems.port)}
          >
            <Input inputMode="numeric" value={port} maxLength={5} onChange={(_event, data) => setPort(data.value)} />
          </Field>
          <SignInField value={signIn} onChange={setSignIn} />
          {isByPassword ? (
            <Field
              label="Account"
              hint="UPN (reader@contoso.com) or DOMAIN\name. A plain domain user is enough."
              required
              {...shown(problems.user)}
            >
              <Input value={user} maxLength={256} autoComplete="off" onChange={(_event, data) => setUser(data.value)} />
            </Field>
          ) : null}
        </>
      )}
    </SourceDialog>
  );
}
