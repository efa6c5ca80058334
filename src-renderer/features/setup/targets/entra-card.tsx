import { Button, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { EntraSource } from '../../../../src-shared/model/plan';
import { quantity } from '../../../../src-shared/text/quantity';
import { Card } from '../../../ui/card';
import { cloudTitles, EntraDialog } from './entra-dialog';
import { SourceList } from './source-list';
import { SourceRow } from './source-row';
import type { TargetsProps } from './targets-step';

/** Entra tenants to read through Microsoft Graph. */
export function EntraCard({ live, set }: TargetsProps) {
  const [edited, setEdited] = useState<EntraSource | 'new'>();
  const add = (
    <Button icon={<Add16Regular />} onClick={() => setEdited('new')}>
      Add tenant
    </Button>
  );
  return (
    <Card title="Microsoft Entra ID" aside={add}>
      <Text>
        Read through Microsoft Graph. During the run somebody signs in, in a browser of this computer or with a code in
        any other; the token is kept in memory for the run, then forgotten.
      </Text>
      {live.entra.length === 0 ? (
        <Text>None yet. Without one, the tenant is known from imported files only.</Text>
      ) : null}
      <SourceList label="Entra tenants">
        {live.entra.map((source) => (
          <SourceRow
            key={source.id}
            name={source.tenant}
            detail={detailOf(source)}
            onEdit={() => setEdited(source)}
            onRemove={() => set({ entra: live.entra.filter((other) => other.id !== source.id) })}
          />
        ))}
      </SourceList>
      {edited === undefined ? null : (
        <EntraDialog
          live={live}
          set={set}
          {...(edited === 'new' ? {} : { source: edited })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}

const detailOf = ({ cloud, clientId, signIn, areas }: EntraSource): string =>
  [
    cloudTitles[cloud],
    signIn === 'browser' ? 'sign-in in the browser' : 'sign-in by code',
    ...(areas === undefined ? [] : [areas.length === 0 ? 'no further areas' : quantity(areas.length, 'further area')]),
    ...(clientId === undefined ? [] : [`application ${clientId}`]),
  ].join(', ');
