import { Button, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AdfsSource } from '../../../../src-shared/model/plan';
import { quantity } from '../../../../src-shared/text/quantity';
import { Card } from '../../../ui/card';
import { AdfsDialog } from './adfs-dialog';
import { AdfsTest } from './adfs-test';
import { SourceList } from './source-list';
import { SourceRow } from './source-row';
import type { TargetsProps } from './targets-step';

/** AD FS farms, by federation service name. */
export function AdfsCard({ live, set }: TargetsProps) {
  const [edited, setEdited] = useState<AdfsSource | 'new'>();
  const [testedId, setTestedId] = useState<string>();
  const add = (
    <Button icon={<Add16Regular />} onClick={() => setEdited('new')}>
      Add AD FS farm
    </Button>
  );
  return (
    <Card title="AD FS" aside={add}>
      <Text>
        Public documents of the farm are read over HTTPS. No account is needed and nothing is sent but the requests.
      </Text>
      {live.adfs.length === 0 ? <Text>None yet. Without one, AD FS is known from imported files only.</Text> : null}
      <SourceList label="AD FS farms">
        {live.adfs.map((source) => (
          <SourceRow
            key={source.id}
            name={source.host}
            detail={detailOf(source)}
            onTest={() => setTestedId(source.id)}
            onEdit={() => setEdited(source)}
            onRemove={() => set({ adfs: live.adfs.filter((other) => other.id !== source.id) })}
          >
            {testedId === source.id ? <AdfsTest key={JSON.stringify(source)} source={source} live={live} /> : null}
          </SourceRow>
        ))}
      </SourceList>
      {edited === undefined ? null : (
        <AdfsDialog
          live={live}
          set={set}
          {...(edited === 'new' ? {} : { source: edited })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}

const detailOf = ({ port = 443, nodes = [], outside = false }: AdfsSource): string =>
  [
    `HTTPS on port ${port}`,
    ...(nodes.length === 0
      ? []
      : [outside ? quantity(nodes.length, 'proxy', 'proxies') : quantity(nodes.length, 'node')]),
    ...(outside ? ['seen from outside'] : []),
  ].join(', ');
