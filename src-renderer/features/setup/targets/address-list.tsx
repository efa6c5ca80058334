import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Field,
  Input,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { quantity } from '../../../text/quantity';
import { hostProblem, showProblem } from './field-checks';
import { SourceList } from './source-list';
import { SourceRow } from './source-row';
import type { TargetsProps } from './targets-step';

const useStyles = makeStyles({
  form: { display: 'flex', gap: '12px', alignItems: 'flex-start', flexWrap: 'wrap' },
  grow: { flex: '1 1 200px' },
  button: { marginTop: '26px' },
});

/** Host name → IP address, for names that DNS here cannot resolve (advanced). Names in certificates are verified all the same. */
export function AddressList({ live, set }: TargetsProps) {
  const styles = useStyles();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const entries = Object.entries(live.addresses);
  const problems = { name: hostProblem(name), address: hostProblem(address) };
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (problems.name !== undefined || problems.address !== undefined) return;
    set({ addresses: { ...live.addresses, [name.trim()]: address.trim() } });
    setName('');
    setAddress('');
    setIsAsked(false);
  };
  return (
    <Accordion collapsible>
      <AccordionItem value="addresses">
        <AccordionHeader as="h3">
          Advanced: addresses for names DNS here does not know ({quantity(entries.length, 'entry', 'entries')})
        </AccordionHeader>
        <AccordionPanel>
          <Text>The connection goes to the address; the certificate must still carry the name.</Text>
          <SourceList label="Address overrides">
            {entries.map(([host, ip]) => (
              <SourceRow
                key={host}
                name={host}
                detail={`is reached at ${ip}`}
                onRemove={() => set({ addresses: Object.fromEntries(entries.filter(([other]) => other !== host)) })}
              />
            ))}
          </SourceList>
          <form className={styles.form} noValidate onSubmit={add}>
            <Field className={styles.grow} label="Host name" {...showProblem(isAsked ? problems.name : undefined)}>
              <Input value={name} maxLength={255} onChange={(_event, data) => setName(data.value)} />
            </Field>
            <Field className={styles.grow} label="IP address" {...showProblem(isAsked ? problems.address : undefined)}>
              <Input value={address} maxLength={255} onChange={(_event, data) => setAddress(data.value)} />
            </Field>
            <Button className={styles.button} type="submit" icon={<Add16Regular />}>
              Add address
            </Button>
          </form>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
