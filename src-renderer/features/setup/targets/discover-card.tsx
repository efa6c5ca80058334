import { Button, Field, Input, makeStyles, Spinner } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { bridge } from '../../../api/bridge';
import { useJob } from '../../../api/use-job';
import { Card } from '../../../ui/card';
import { FailureNotice } from '../../../ui/failure-notice';
import { focusFirstProblem } from '../../../ui/focus-first-problem';
import { type Discovered, DiscoveredList } from './discovered-list';
import { hostProblem, showProblem } from './field-checks';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  grow: { flex: '1 1 220px' },
  button: { marginTop: '26px' },
});

/** Finds domain controllers and the federation service of a domain from DNS. */
export function DiscoverCard({ live, set, forests }: TargetsProps & { readonly forests: readonly string[] }) {
  const styles = useStyles();
  const [domain, setDomain] = useState(forests[0] ?? '');
  const [dnsServer, setDnsServer] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const job = useJob<{ phase: string }, Discovered>();

  const problem = hostProblem(domain);
  const server = dnsServer.trim();
  const serverProblem = server === '' ? undefined : hostProblem(server);
  const lookUp = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setIsAsked(true);
    focusFirstProblem(event.currentTarget);
    if (problem !== undefined || serverProblem !== undefined) return;
    const input = { domain: domain.trim(), ...(server === '' ? {} : { dnsServer: server }) };
    void job.start((onProgress) => bridge.sources.discover(input, onProgress));
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
        <Spinner size="tiny" label={job.progress?.phase ?? 'Asking DNS; this takes a few seconds'} />
      ) : null}
      {job.answer?.ok === false ? <FailureNotice title="DNS gave no answer" failure={job.answer.error} /> : null}
      {job.answer?.ok === true ? <DiscoveredList found={job.answer.value} live={live} set={set} /> : null}
    </Card>
  );
}
