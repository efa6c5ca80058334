import { Button, Field, Input, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Search16Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { bridge } from '../../../api/bridge';
import { useJob } from '../../../api/use-job';
import { Card } from '../../../ui/card';
import { FailureNotice } from '../../../ui/failure-notice';
import { Untrusted } from '../../../ui/untrusted';
import { DirectoryDialog } from './directory-dialog';
import { hostProblem, showProblem } from './field-checks';
import { QueryList } from './query-list';
import { newSourceId } from './source-id';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  grow: { flex: '1 1 220px' },
  button: { marginTop: '26px' },
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

interface Discovered {
  readonly domainControllers: readonly { readonly host: string; readonly port: number }[];
  readonly federationService: string | null;
  readonly queries: readonly {
    readonly name: string;
    readonly type: string;
    readonly server: string;
    readonly result: string;
  }[];
}

/** Finds domain controllers and the federation service of a domain from DNS. */
export function DiscoverCard({ live, set, forests }: TargetsProps & { readonly forests: readonly string[] }) {
  const styles = useStyles();
  const [domain, setDomain] = useState(forests[0] ?? '');
  const [dnsServer, setDnsServer] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [adding, setAdding] = useState<string>();
  const job = useJob<{ phase: string }, Discovered>();

  const problem = hostProblem(domain);
  const serverProblem = dnsServer.trim() === '' ? undefined : hostProblem(dnsServer);
  const lookUp = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (problem !== undefined || serverProblem !== undefined) return;
    const input = { domain: domain.trim(), ...(dnsServer.trim() === '' ? {} : { dnsServer: dnsServer.trim() }) };
    void job.start((onProgress) => bridge.sources.discover(input, onProgress));
  };
  const found = job.answer?.ok === true ? job.answer.value : undefined;
  const hasDirectory = (host: string): boolean =>
    live.directory.some((source) => source.server.toLowerCase() === host.toLowerCase());
  const addAdfs = (host: string): void => {
    const taken = live.adfs.map((source) => source.id);
    set({ adfs: [...live.adfs, { id: newSourceId('adfs', host, taken), host }] });
  };

  return (
    <Card title="Find targets">
      <form className={styles.form} noValidate onSubmit={lookUp}>
        <Field
          className={styles.grow}
          label="Domain"
          hint="DNS name, such as corp.contoso.com"
          {...showProblem(isAsked ? problem : undefined)}
        >
          <Input value={domain} maxLength={255} onChange={(_event, data) => setDomain(data.value)} />
        </Field>
        <Field
          className={styles.grow}
          label="DNS server (optional)"
          hint="The system's own when left empty"
          {...showProblem(isAsked ? serverProblem : undefined)}
        >
          <Input value={dnsServer} maxLength={255} onChange={(_event, data) => setDnsServer(data.value)} />
        </Field>
        <Button className={styles.button} type="submit" icon={<Search16Regular />} disabledFocusable={job.isRunning}>
          Look up
        </Button>
        {job.isRunning ? (
          <Button className={styles.button} onClick={job.cancel}>
            Cancel
          </Button>
        ) : null}
      </form>
      {job.isRunning ? (
        <Spinner
          size="tiny"
          labelPosition="after"
          label={job.progress?.phase ?? 'Asking DNS; this takes a few seconds'}
        />
      ) : null}
      {job.answer?.ok === false ? <FailureNotice title="DNS gave no answer" failure={job.answer.error} /> : null}
      {found === undefined ? null : (
        <>
          <Text>
            {found.domainControllers.length === 0
              ? 'DNS names no domain controller for this domain. Check the name and the DNS server, or add one by hand below.'
              : 'Found in DNS. Add those to read from; one domain controller per domain is enough for most checks.'}
          </Text>
          <ul className={styles.list} aria-label="Found in DNS">
            {found.domainControllers.map(({ host, port }) => (
              <li key={host} className={styles.row}>
                <span className={styles.name}>
                  Domain controller <Untrusted>{host}</Untrusted> (LDAP port {port} in DNS)
                </span>
                {hasDirectory(host) ? (
                  <Text>Added</Text>
                ) : (
                  <Button
                    size="small"
                    icon={<Add16Regular />}
                    aria-label={`Add domain controller ${host}`}
                    onClick={() => setAdding(host)}
                  >
                    Add
                  </Button>
                )}
              </li>
            ))}
            {found.federationService === null ? null : (
              <li className={styles.row}>
                <span className={styles.name}>
                  Federation service <Untrusted>{found.federationService}</Untrusted>
                </span>
                {live.adfs.some((source) => source.host === found.federationService) ? (
                  <Text>Added</Text>
                ) : (
                  <Button
                    size="small"
                    icon={<Add16Regular />}
                    aria-label="Add federation service"
                    onClick={() => addAdfs(found.federationService ?? '')}
                  >
                    Add
                  </Button>
                )}
              </li>
            )}
          </ul>
          <QueryList queries={found.queries} />
        </>
      )}
      {adding === undefined ? null : (
        <DirectoryDialog live={live} set={set} server={adding} onClose={() => setAdding(undefined)} />
      )}
    </Card>
  );
}
