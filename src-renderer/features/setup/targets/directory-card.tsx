import { Button, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type DirectorySource, takesPassword } from '../../../../src-shared/model/plan';
import { Card } from '../../../ui/card';
import { DirectoryDialog } from './directory-dialog';
import { DirectoryTest } from './directory-test';
import { SourceList } from './source-list';
import { SourceRow } from './source-row';
import type { TargetsProps } from './targets-step';

function describe(source: DirectorySource): string {
  const { port, security } = source;
  const connection =
    security === 'ldaps' ? `LDAPS on port ${port ?? 636}` : `LDAP with StartTLS on port ${port ?? 389}`;
  return `${connection} ${takesPassword(source) ? `as ${source.user}` : 'with the Kerberos ticket of the signed-in user'}`;
}

/** Domain controllers to read from. */
export function DirectoryCard({ live, set }: TargetsProps) {
  const [edited, setEdited] = useState<DirectorySource | 'new'>();
  const [testedId, setTestedId] = useState<string>();
  const add = (
    <Button icon={<Add16Regular />} onClick={() => setEdited('new')}>
      Add domain controller
    </Button>
  );
  return (
    <Card title="Domain controllers" aside={add}>
      <Text>
        Read over an encrypted connection whose certificate is verified first. A plain domain user is enough for most
        checks. Passwords are asked for at the run and never stored.
      </Text>
      {live.directory.length === 0 ? (
        <Text>None yet. Without one, AD is known from imported files only (LDIF exports).</Text>
      ) : null}
      <SourceList label="Domain controllers">
        {live.directory.map((source) => (
          <SourceRow
            key={source.id}
            name={source.server}
            detail={describe(source)}
            onTest={() => setTestedId(source.id)}
            onEdit={() => setEdited(source)}
            onRemove={() => set({ directory: live.directory.filter((other) => other.id !== source.id) })}
          >
            {testedId === source.id ? (
              <DirectoryTest
                key={JSON.stringify(source)}
                source={source}
                live={live}
                onClose={() => setTestedId(undefined)}
              />
            ) : null}
          </SourceRow>
        ))}
      </SourceList>
      {edited === undefined ? null : (
        <DirectoryDialog
          live={live}
          set={set}
          {...(edited === 'new' ? {} : { source: edited })}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
}
