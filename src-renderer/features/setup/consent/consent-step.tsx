import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Play20Regular } from '@fluentui/react-icons';
import { accountsOf } from '../../../../src-shared/model/plan';
import { useEngagement } from '../../../shell/engagement-store';
import { go } from '../../../shell/navigation-store';
import { quantity } from '../../../text/quantity';
import { exactTime } from '../../../text/time';
import { Card } from '../../../ui/card';
import { FailureNotice } from '../../../ui/failure-notice';
import { focusFirstProblem } from '../../../ui/focus-first-problem';
import { Waiting } from '../../../ui/waiting';
import { useRun } from '../../run/run-store';
import type { StepProps } from '../setup-screen';
import { StepFields } from '../step-fields';
import { StepFooter } from '../step-footer';
import { usePreview } from '../use-preview';
import { ContactTable } from './contact-table';
import { CredentialFields } from './credential-fields';
import { useRunForm } from './use-run-form';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  row: { display: 'flex', gap: '10px', alignItems: 'center', flexWrap: 'wrap' },
});

/** Last step: what will be contacted, the passwords for it, and the start. */
export function ConsentStep({ draft, change }: StepProps) {
  const styles = useStyles();
  const { value, failure, reload } = usePreview(draft);
  const { passwords, setPasswords, isAsked, start } = useRunForm(draft);
  const isRunning = useRun((state) => state.active !== null);
  const canRun = useEngagement((state) => state.engagement?.readOnly === false);
  const hosts = new Set(value?.contacts.map((contact) => contact.host)).size;
  const isLocal = draft.live.thisComputer;
  const hasNothing = value !== undefined && hosts === 0 && draft.imports.length === 0 && !isLocal;
  const runWords =
    hosts === 0
      ? isLocal
        ? 'Read this computer and judge'
        : 'Read the files and judge'
      : 'Contact these systems and run';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start('new');
        focusFirstProblem(event.currentTarget);
      }}
    >
      <StepFields title="Consent">
        <Card title="What will be contacted">
          {failure === undefined ? null : (
            <FailureNotice title="The list could not be made" failure={failure} onRetry={reload} />
          )}
          {value === undefined ? (
            failure === undefined ? (
              <Waiting what="Working out what will be contacted" />
            ) : null
          ) : (
            <ContactTable contacts={value.contacts} />
          )}
          <Text>
            {draft.imports.length === 0
              ? 'No files are imported.'
              : `${quantity(draft.imports.length, 'file or folder', 'files and folders')} will be read from this laptop.`}{' '}
            Addresses that only turn up during the run, such as those of revocation lists, are recorded and printed in
            the report.
          </Text>
        </Card>
        {draft.assessAt === undefined ? null : (
          <Card title="Judged as of an earlier date">
            <div className={styles.row}>
              <Text>Certificates and dates are judged as of {exactTime(draft.assessAt)}, not as of now.</Text>
              <Button size="small" onClick={() => change(({ assessAt: _dropped, ...rest }) => rest)}>
                Judge as of now
              </Button>
            </div>
          </Card>
        )}
        {accountsOf(draft.live).length === 0 ? null : (
          <Card title="Passwords">
            <Text>
              Kept in memory for this run, then forgotten. They are sent only over a connection whose certificate was
              verified.
              {draft.live.proxy?.user === undefined ? null : ' That of the proxy goes to the proxy unencrypted.'}
            </Text>
            <CredentialFields live={draft.live} passwords={passwords} onChange={setPasswords} isAsked={isAsked} />
          </Card>
        )}
        {hasNothing ? (
          <div className={styles.row}>
            <Text>There is nothing to read yet.</Text>
            <Button onClick={() => go({ screen: 'setup', step: 'targets' })}>Choose targets</Button>
            <Button onClick={() => go({ screen: 'setup', step: 'sources' })}>Import files</Button>
          </div>
        ) : null}
      </StepFields>
      {isRunning ? <Text>A run goes on; see the Run screen.</Text> : null}
      <StepFooter
        step="consent"
        action={
          hasNothing ? null : (
            <Button
              appearance="primary"
              type="submit"
              icon={<Play20Regular />}
              disabledFocusable={isRunning || !canRun}
            >
              {runWords}
            </Button>
          )
        }
      />
    </form>
  );
}
