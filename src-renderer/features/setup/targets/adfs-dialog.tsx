import { Checkbox, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdfsSource } from '../../../../src-shared/model/plan';
import { hostList, hostListProblem, hostProblem, portOf, portProblem } from './field-checks';
import { SourceDialog, withSource } from './source-dialog';
import { newSourceId } from './source-id';
import type { TargetsProps } from './targets-step';

interface AdfsDialogProps extends TargetsProps {
  readonly source?: AdfsSource;
  readonly onClose: () => void;
}

export function AdfsDialog({ live, set, source, onClose }: AdfsDialogProps) {
  const [host, setHost] = useState(source?.host ?? '');
  const [port, setPort] = useState(source?.port === undefined ? '' : String(source.port));
  const [probePort, setProbePort] = useState(source?.probePort === undefined ? '' : String(source.probePort));
  const [nodes, setNodes] = useState((source?.nodes ?? []).join(', '));
  const [isOutside, setIsOutside] = useState(source?.outside ?? false);
  const problems = {
    host: hostProblem(host),
    port: portProblem(port),
    probePort: portProblem(probePort),
    nodes: hostListProblem(nodes),
  };

  const save = (): void => {
    const taken = live.adfs.map((other) => other.id);
    const saved: AdfsSource = {
      id: source?.id ?? newSourceId('adfs', host.trim(), taken),
      host: host.trim(),
      ...portOf(port),
      ...(probePort.trim() === '' ? {} : { probePort: Number(probePort) }),
      ...(source?.certificatePort === undefined ? {} : { certificatePort: source.certificatePort }),
      ...(hostList(nodes).length === 0 ? {} : { nodes: hostList(nodes) }),
      ...(isOutside ? { outside: true } : {}),
    };
    set({ adfs: withSource(live.adfs, saved) });
  };
  return (
    <SourceDialog noun="AD FS farm" isNew={source === undefined} problems={problems} onSave={save} onClose={onClose}>
      {(shown) => (
        <>
          <Field label="Federation service name" hint="Such as sts.contoso.com" required {...shown(problems.host)}>
            <Input autoFocus value={host} maxLength={255} onChange={(_event, data) => setHost(data.value)} />
          </Field>
          <Field label="HTTPS port" hint="Usually 443; leave empty for that" {...shown(problems.port)}>
            <Input inputMode="numeric" value={port} maxLength={5} onChange={(_event, data) => setPort(data.value)} />
          </Field>
          <Field
            label="Health probe port"
            hint="Of http://node/adfs/probe, usually 80; leave empty for that"
            {...shown(problems.probePort)}
          >
            <Input
              inputMode="numeric"
              value={probePort}
              maxLength={5}
              onChange={(_event, data) => setProbePort(data.value)}
            />
          </Field>
          <Field
            label={isOutside ? 'Proxies' : 'Nodes'}
            hint="Host names separated by commas; each is looked at by itself, past the load balancer. May stay empty"
            {...shown(problems.nodes)}
          >
            <Input value={nodes} maxLength={4000} onChange={(_event, data) => setNodes(data.value)} />
          </Field>
          <Field hint="What is seen is then kept apart, and judged as what the internet sees">
            <Checkbox
              label="This computer stands outside the organisation's network"
              checked={isOutside}
              onChange={(_event, data) => setIsOutside(data.checked === true)}
            />
          </Field>
        </>
      )}
    </SourceDialog>
  );
}
