import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { EntraSource } from '../../../../src-shared/model/plan';
import { clientIdProblem, tenantProblem } from './field-checks';
import { SourceDialog, withSource } from './source-dialog';
import { newSourceId } from './source-id';
import type { TargetsProps } from './targets-step';

export const cloudTitles: Readonly<Record<EntraSource['cloud'], string>> = {
  global: 'Global cloud',
  usgov: 'US Government',
  china: 'China (21Vianet)',
};
const clouds = ['global', 'usgov', 'china'] as const satisfies readonly EntraSource['cloud'][];

interface EntraDialogProps extends TargetsProps {
  /** The one to edit; a new one when left out. */
  readonly source?: EntraSource;
  readonly onClose: () => void;
}

export function EntraDialog({ live, set, source, onClose }: EntraDialogProps) {
  const [tenant, setTenant] = useState(source?.tenant ?? '');
  const [cloud, setCloud] = useState(source?.cloud ?? 'global');
  const [clientId, setClientId] = useState(source?.clientId ?? '');
  const problems = { tenant: tenantProblem(tenant), clientId: clientIdProblem(clientId) };

  const save = (): void => {
    const taken = live.entra.map((other) => other.id);
    const saved: EntraSource = {
      id: source?.id ?? newSourceId('entra', tenant.trim(), taken),
      tenant: tenant.trim(),
      cloud,
      ...(clientId.trim() === '' ? {} : { clientId: clientId.trim() }),
      ...(source?.areas === undefined ? {} : { areas: source.areas }),
    };
    set({ entra: withSource(live.entra, saved) });
  };
  return (
    <SourceDialog noun="tenant" isNew={source === undefined} problems={problems} onSave={save} onClose={onClose}>
      {(shown) => (
        <>
          <Field
            label="Tenant"
            hint="Its id, or one of its domains such as contoso.com"
            required
            {...shown(problems.tenant)}
          >
            <Input autoFocus value={tenant} maxLength={253} onChange={(_event, data) => setTenant(data.value)} />
          </Field>
          <Field label="Cloud">
            <RadioGroup
              value={cloud}
              onChange={(_event, data) => setCloud(clouds.find((name) => name === data.value) ?? 'global')}
            >
              {clouds.map((name) => (
                <Radio key={name} value={name} label={cloudTitles[name]} />
              ))}
            </RadioGroup>
          </Field>
          <Field
            label="Application (client) id"
            hint="Leave empty for Microsoft Graph Command Line Tools"
            {...shown(problems.clientId)}
          >
            <Input value={clientId} maxLength={36} onChange={(_event, data) => setClientId(data.value)} />
          </Field>
        </>
      )}
    </SourceDialog>
  );
}
