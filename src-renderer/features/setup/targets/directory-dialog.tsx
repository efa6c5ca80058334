import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { DirectorySource } from '../../../../src-shared/model/plan';
import { hostProblem, portOf, portProblem, userProblem } from './field-checks';
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

/** Adds or edits a domain controller; starts with the account used for the last one. */
export function DirectoryDialog({ live, set, source, server = '', onClose }: DirectoryDialogProps) {
  const [host, setHost] = useState(source?.server ?? server);
  const [security, setSecurity] = useState(source?.security ?? 'ldaps');
  const [port, setPort] = useState(source?.port === undefined ? '' : String(source.port));
  const [user, setUser] = useState(source?.user ?? live.directory.at(-1)?.user ?? '');
  const problems = { host: hostProblem(host), port: portProblem(port), user: userProblem(user) };

  const save = (): void => {
    const taken = live.directory.map((other) => other.id);
    const saved: DirectorySource = {
      id: source?.id ?? newSourceId('dc', host.trim(), taken),
      server: host.trim(),
      security,
      user: user.trim(),
      ...portOf(port),
      ...(source?.passwordEnv === undefined ? {} : { passwordEnv: source.passwordEnv }),
    };
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
          <Field
            label="Account"
            hint="UPN (reader@contoso.com) or DOMAIN\name. A plain domain user is enough."
            required
            {...shown(problems.user)}
          >
            <Input value={user} maxLength={256} autoComplete="off" onChange={(_event, data) => setUser(data.value)} />
          </Field>
        </>
      )}
    </SourceDialog>
  );
}
