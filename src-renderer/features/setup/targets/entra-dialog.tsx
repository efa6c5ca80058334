import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { type EntraArea, type EntraSource, entraAreas } from '../../../../src-shared/model/plan';
import { EntraAreasField } from './entra-areas-field';
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
  // Whoever adds a tenant sits at this computer; sources of older plans keep the code.
  const [signIn, setSignIn] = useState(source === undefined ? 'browser' : (source.signIn ?? 'device-code'));
  const [areas, setAreas] = useState<readonly EntraArea[]>(source?.areas ?? entraAreas);
  const problems = { tenant: tenantProblem(tenant), clientId: clientIdProblem(clientId) };

  const save = (): void => {
    const taken = live.entra.map((other) => other.id);
    const saved: EntraSource = {
      id: source?.id ?? newSourceId('entra', tenant.trim(), taken),
      tenant: tenant.trim(),
      cloud,
      ...(clientId.trim() === '' ? {} : { clientId: clientId.trim() }),
      signIn,
      ...(areas.length === entraAreas.length ? {} : { areas: [...areas] }),
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
          <Field label="Sign-in" hint="Nothing is typed into this app; the token is kept in memory for the run">
            <RadioGroup
              value={signIn}
              onChange={(_event, data) => setSignIn(data.value === 'browser' ? 'browser' : 'device-code')}
            >
              <Radio value="browser" label="In the browser of this computer" />
              <Radio value="device-code" label="By a code, entered in any browser" />
            </RadioGroup>
          </Field>
          <EntraAreasField value={areas} onChange={setAreas} />
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
