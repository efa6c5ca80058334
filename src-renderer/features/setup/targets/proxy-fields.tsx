import { Checkbox, Field, Input, makeStyles, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import type { ProxySettings } from '../../../../src-shared/model/plan';
import { hostProblem, portProblem, showProblem } from './field-checks';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '480px' },
});

interface ProxyText {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly revocation: boolean;
}

const userProblem = (user: string): string | undefined =>
  user.includes(':') ? 'A user name for Basic has no colon.' : undefined;
const requiredPortProblem = (port: string): string | undefined =>
  port.trim() === '' ? 'Enter the port, such as 8080.' : portProblem(port);

/** The settings, once every field is in order. */
function settingsOf({ host, port, user, revocation }: ProxyText): ProxySettings | undefined {
  const problems = [hostProblem(host), requiredPortProblem(port), userProblem(user)];
  if (problems.some((problem) => problem !== undefined)) return undefined;
  return {
    host: host.trim(),
    port: Number(port),
    ...(user.trim() === '' ? {} : { user: user.trim() }),
    revocation,
  };
}

/** The proxy between this computer and Microsoft's services; kept when every field is in order, and its password is asked for before a run. */
export function ProxyFields({ live, set }: TargetsProps) {
  const styles = useStyles();
  const { proxy } = live;
  const [isOn, setIsOn] = useState(proxy !== undefined);
  const [text, setText] = useState<ProxyText>({
    host: proxy?.host ?? '',
    port: proxy === undefined ? '' : String(proxy.port),
    user: proxy?.user ?? '',
    revocation: proxy?.revocation ?? false,
  });
  const change = (part: Partial<ProxyText>): void => {
    const changed = { ...text, ...part };
    setText(changed);
    set({ proxy: settingsOf(changed) });
  };
  const turn = (on: boolean): void => {
    setIsOn(on);
    set({ proxy: on ? settingsOf(text) : undefined });
  };
  const { host, port, user, revocation } = text;
  // Fields nobody has begun to fill in are not wrong yet.
  const shown = (problem: string | undefined) => showProblem(host === '' && port === '' ? undefined : problem);
  return (
    <>
      <Switch
        label="Reach Microsoft’s services through a proxy (AD FS, domain controllers and CA hosts are reached directly)"
        checked={isOn}
        onChange={(_event, data) => turn(data.checked)}
      />
      {isOn ? (
        <div className={styles.fields}>
          <Field label="Proxy" hint="Host name, such as proxy.contoso.com" required {...shown(hostProblem(host))}>
            <Input value={host} maxLength={255} onChange={(_event, data) => change({ host: data.value })} />
          </Field>
          <Field label="Port of the proxy" required {...shown(requiredPortProblem(port))}>
            <Input
              inputMode="numeric"
              value={port}
              maxLength={5}
              onChange={(_event, data) => change({ port: data.value })}
            />
          </Field>
          <Field
            label="User name"
            hint="Leave empty if the proxy asks for no account. Only the scheme Basic is supported, which does not encrypt the password"
            {...showProblem(userProblem(user))}
          >
            <Input value={user} maxLength={256} onChange={(_event, data) => change({ user: data.value })} />
          </Field>
          <Checkbox
            label="Also for revocation lists, CA certificates and OCSP"
            checked={revocation}
            onChange={(_event, data) => change({ revocation: data.checked === true })}
          />
        </div>
      ) : null}
    </>
  );
}
