import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { Untrusted } from '../../../ui/untrusted';
import { DirectoryDialog } from './directory-dialog';
import { type Query, QueryList } from './query-list';
import { newSourceId } from './source-id';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flex: 1, overflowWrap: 'anywhere' },
});

export interface Discovered {
  readonly domainControllers: readonly { readonly host: string; readonly port: number }[];
  readonly federationService: string | null;
  readonly queries: readonly Query[];
}

/** What DNS names for a domain, each to be added to the targets. */
export function DiscoveredList({ found, live, set }: TargetsProps & { readonly found: Discovered }) {
  const styles = useStyles();
  const [adding, setAdding] = useState<string>();
  const { domainControllers, federationService } = found;
  const isTarget = (host: string): boolean =>
    [...live.directory.map((source) => source.server), ...live.adfs.map((source) => source.host)].some(
      (known) => known.toLowerCase() === host.toLowerCase(),
    );
  const addAdfs = (host: string): void => {
    const taken = live.adfs.map((source) => source.id);
    set({ adfs: [...live.adfs, { id: newSourceId('adfs', host, taken), host }] });
  };
  const addButton = (name: string, add: () => void) => (
    <Button size="small" icon={<Add16Regular />} aria-label={name} onClick={add}>
      Add
    </Button>
  );
  return (
    <>
      <Text>
        {domainControllers.length === 0
          ? 'DNS names no domain controller for this domain. Check the name and the DNS server, or add one by hand below.'
          : 'Found in DNS. Add those to read from; one domain controller per domain is enough for most checks.'}
      </Text>
      <ul className={styles.list} aria-label="Found in DNS">
        {domainControllers.map(({ host, port }) => (
          <li key={host} className={styles.row}>
            <span className={styles.name}>
              Domain controller <Untrusted>{host}</Untrusted> (LDAP port {port} in DNS)
            </span>
            {isTarget(host) ? <Text>Added</Text> : addButton(`Add domain controller ${host}`, () => setAdding(host))}
          </li>
        ))}
        {federationService === null ? null : (
          <li className={styles.row}>
            <span className={styles.name}>
              Federation service <Untrusted>{federationService}</Untrusted>
            </span>
            {isTarget(federationService) ? (
              <Text>Added</Text>
            ) : (
              addButton('Add federation service', () => addAdfs(federationService))
            )}
          </li>
        )}
      </ul>
      <QueryList queries={found.queries} />
      {adding === undefined ? null : (
        <DirectoryDialog live={live} set={set} server={adding} onClose={() => setAdding(undefined)} />
      )}
    </>
  );
}
