import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { hostList, hostProblem, showProblem } from './field-checks';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({ field: { maxWidth: '480px' } });

const limit = 10;

function problemOf(servers: readonly string[]): string | undefined {
  if (servers.length > limit) return `Enter at most ${limit} servers.`;
  return servers.some((server) => hostProblem(server) !== undefined)
    ? 'Enter IP addresses separated by commas, such as 10.0.0.10, 10.0.0.11.'
    : undefined;
}

/** Which DNS servers a run asks; kept when every one of them can be one. */
export function DnsServersField({ live, set }: TargetsProps) {
  const styles = useStyles();
  const [text, setText] = useState(live.dnsServers.join(', '));
  const change = (typed: string): void => {
    setText(typed);
    const servers = hostList(typed);
    if (problemOf(servers) === undefined) set({ dnsServers: servers });
  };
  return (
    <Field
      className={styles.field}
      label="DNS servers to ask"
      hint="IP addresses, with a port after a colon if it is not 53; leave empty for those of this computer"
      {...showProblem(problemOf(hostList(text)))}
    >
      <Input value={text} maxLength={500} onChange={(_event, data) => change(data.value)} />
    </Field>
  );
}
