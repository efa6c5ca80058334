import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { EvidenceFailure } from '../../../../src-shared/model/evidence';
import { type DirectorySource, type LiveSources, takesPassword } from '../../../../src-shared/model/plan';
import { bridge } from '../../../api/bridge';
import { useJob } from '../../../api/use-job';
import { FailureNotice } from '../../../ui/failure-notice';
import { PassphraseField } from '../../../ui/passphrase-field';
import { Untrusted } from '../../../ui/untrusted';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  form: { display: 'flex', gap: '10px', alignItems: 'flex-start', flexWrap: 'wrap' },
  besideField: { marginTop: '26px' },
});

type TestResult =
  | {
      readonly ok: true;
      readonly dnsHostName: string;
      readonly defaultNamingContext: string;
      readonly rootDomain: string;
    }
  | { readonly ok: false; readonly failure: EvidenceFailure };

interface DirectoryTestProps {
  readonly source: DirectorySource;
  readonly live: LiveSources;
  readonly onClose: () => void;
}

/** Connects, binds and reads the rootDSE. The password lives in this component only and is gone with it. */
export function DirectoryTest({ source, live, onClose }: DirectoryTestProps) {
  const styles = useStyles();
  const [password, setPassword] = useState('');
  const job = useJob<{ phase: string }, TestResult>();
  const test = (event: FormEvent): void => {
    event.preventDefault();
    void job.start((onProgress) => bridge.sources.testDirectory({ source, live, password }, onProgress));
  };
  const buttonPlace = takesPassword(source) ? styles.besideField : undefined;
  const result = job.answer?.ok === true ? job.answer.value : undefined;
  return (
    <div className={styles.root}>
      <form className={styles.form} noValidate onSubmit={test}>
        {takesPassword(source) ? (
          <PassphraseField
            label={`Password of ${source.user}`}
            hint="Used for this test, then forgotten"
            value={password}
            onChange={setPassword}
            autoFocus
          />
        ) : null}
        <Button
          className={buttonPlace}
          type="submit"
          appearance="primary"
          disabledFocusable={job.isRunning || (takesPassword(source) && password === '')}
        >
          Test
        </Button>
        {job.isRunning ? (
          <Button className={buttonPlace} onClick={job.cancel}>
            Cancel
          </Button>
        ) : (
          <Button className={buttonPlace} onClick={onClose}>
            Close
          </Button>
        )}
      </form>
      {job.isRunning ? (
        <Spinner size="tiny" label={job.progress?.phase ?? `Connecting to ${source.server}; at most half a minute`} />
      ) : null}
      {job.answer?.ok === false ? (
        <FailureNotice title="The test could not be made" failure={job.answer.error} />
      ) : null}
      {result?.ok === false ? <FailureNotice title="No connection" failure={result.failure} /> : null}
      {result?.ok === true ? (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Connected</MessageBarTitle>
            <Untrusted>{result.dnsHostName}</Untrusted> answers for <Untrusted>{result.defaultNamingContext}</Untrusted>{' '}
            in the forest <Untrusted>{result.rootDomain}</Untrusted>.
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
