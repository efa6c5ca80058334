import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { Card } from '../../../ui/card';
import { hostProblem, showProblem } from './field-checks';
import { newSourceId } from './source-id';
import { SourceList } from './source-list';
import { SourceRow } from './source-row';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  grow: { flex: '1 1 240px' },
  button: { marginTop: '26px' },
});

/** SYSVOL trees, where the settings of group policy objects are read. */
export function SysvolCard({ live, set }: TargetsProps) {
  const styles = useStyles();
  const [domain, setDomain] = useState('');
  const [path, setPath] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const domainProblem = hostProblem(domain);
  const named = domain.trim() === '' ? 'corp.contoso.com' : domain.trim();
  const usualPath = `\\\\${named}\\SYSVOL\\${named}`;

  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (domainProblem !== undefined) return;
    const id = newSourceId(
      'sysvol',
      domain,
      live.sysvol.map((source) => source.id),
    );
    set({ sysvol: [...live.sysvol, { id, path: path.trim() || usualPath, domain: domain.trim() }] });
    setDomain('');
    setPath('');
    setIsAsked(false);
  };
  return (
    <Card title="Group policy settings (SYSVOL)">
      <Text>
        Read with the rights of the signed-in user. On a laptop outside the domain, import a copy of the folder instead.
      </Text>
      <SourceList label="SYSVOL folders">
        {live.sysvol.map((source) => (
          <SourceRow
            key={source.id}
            name={source.domain}
            detail={source.path}
            onRemove={() => set({ sysvol: live.sysvol.filter((other) => other.id !== source.id) })}
          />
        ))}
      </SourceList>
      <form className={styles.form} noValidate onSubmit={add}>
        <Field
          className={styles.grow}
          label="Domain of the SYSVOL"
          {...showProblem(isAsked ? domainProblem : undefined)}
        >
          <Input
            value={domain}
            maxLength={255}
            placeholder="corp.contoso.com"
            onChange={(_event, data) => setDomain(data.value)}
          />
        </Field>
        <Field className={styles.grow} label="Folder that holds “Policies”" hint="Leave empty for the usual one">
          <Input
            value={path}
            maxLength={4096}
            placeholder={usualPath}
            onChange={(_event, data) => setPath(data.value)}
          />
        </Field>
        <Button className={styles.button} type="submit" icon={<Add16Regular />}>
          Add SYSVOL
        </Button>
      </form>
    </Card>
  );
}
