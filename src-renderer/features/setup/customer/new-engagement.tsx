import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';
import { go } from '../../../shell/navigation-store';
import { Card } from '../../../ui/card';
import { FailureNotice } from '../../../ui/failure-notice';
import { focusFirstProblem } from '../../../ui/focus-first-problem';
import { isPassphraseReady, NewPassphraseFields, noPassphrase } from '../../../ui/new-passphrase-fields';
import { enterEngagement } from '../../library/open-engagement';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  actions: { display: 'flex', gap: '8px' },
});

/** First step of the wizard for a file that does not exist yet: names the customer, asks the passphrase twice and makes the encrypted file. */
export function NewEngagement() {
  const styles = useStyles();
  const info = useLoad('info', () => bridge.app.info({})).value;
  const [customer, setCustomer] = useState('');
  const [title, setTitle] = useState('Windows Hello for Business readiness');
  const [consultant, setConsultant] = useState<string>();
  const [classification, setClassification] = useState('Confidential');
  const [secret, setSecret] = useState(noPassphrase);
  const [isAsked, setIsAsked] = useState(false);
  const [isCreating, setIsCreating] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const customerProblem = customer.trim() === '' ? 'Enter the name of the customer.' : undefined;

  const create = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setIsAsked(true);
    focusFirstProblem(event.currentTarget);
    if (isCreating || customerProblem !== undefined || !isPassphraseReady(secret)) return;
    setIsCreating(true);
    const details = { customer, title, consultant: consultant ?? info?.userName ?? '', classification };
    const result = await enterEngagement(() => bridge.library.create({ details, passphrase: secret.passphrase }));
    setIsCreating(false);
    setFailure(result);
    if (result === undefined) go({ screen: 'setup', step: 'scope' });
  };

  const asked = (problem: string | undefined) =>
    isAsked && problem !== undefined ? { validationMessage: problem, validationState: 'error' as const } : {};
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void create(event)}>
      {failure === undefined ? null : <FailureNotice title="The engagement was not created" failure={failure} />}
      <Card title="Engagement">
        <div className={styles.grid}>
          <Field label="Customer" required {...asked(customerProblem)}>
            <Input autoFocus value={customer} maxLength={200} onChange={(_event, data) => setCustomer(data.value)} />
          </Field>
          <Field label="Title" hint="Stands on the cover of the report.">
            <Input value={title} maxLength={200} onChange={(_event, data) => setTitle(data.value)} />
          </Field>
          <Field label="Consultant">
            <Input
              value={consultant ?? info?.userName ?? ''}
              maxLength={200}
              onChange={(_event, data) => setConsultant(data.value)}
            />
          </Field>
          <Field label="Classification" hint="Printed on every page.">
            <Input value={classification} maxLength={100} onChange={(_event, data) => setClassification(data.value)} />
          </Field>
        </div>
      </Card>
      <Card title="Passphrase">
        <span>
          The file is encrypted with it. It is stored nowhere and cannot be recovered or reset: keep it in your password
          safe before you go on.
        </span>
        <div className={styles.grid}>
          <NewPassphraseFields label="Passphrase" value={secret} onChange={setSecret} isAsked={isAsked} />
        </div>
      </Card>
      {info === undefined ? null : <span>The file will be kept in {info.storageFolder}.</span>}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit" disabledFocusable={isCreating}>
          {isCreating ? 'Creating the encrypted file…' : 'Create and go on'}
        </Button>
        <Button onClick={() => go({ screen: 'library' })}>Cancel</Button>
      </div>
    </form>
  );
}
