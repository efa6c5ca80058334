import { Button, Field, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { pasteLimit } from '../../../src-shared/ipc/clients';
import type { Failure } from '../../api/answer';
import { AppDialog } from '../../ui/app-dialog';
import { CheckedInput } from '../../ui/checked-input';
import { FailureNotice } from '../../ui/failure-notice';
import { useRun } from '../run/run-store';

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u;

const checkName = (text: string): string | undefined =>
  namePattern.test(text.trim())
    ? undefined
    : 'The name of the client: letters, digits, points, hyphens and underscores, without spaces.';

/** Takes the output of `dsregcmd /status` as text; the run that reads and judges it goes on when the dialog is closed. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { paste, active } = useRun();
  const submit = async (): Promise<void> => {
    setIsTried(true);
    if (checkName(name) !== undefined || text.trim() === '' || active !== null) return;
    setFailure(undefined);
    await paste(name.trim(), text);
    const wrong = useRun.getState().failure;
    useRun.setState({ failure: undefined }); // shown here, not on the run screen
    setFailure(wrong);
    if (wrong === undefined) onClose();
  };
  return (
    <AppDialog
      title="Paste dsregcmd output"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={active !== null}>
            {active === null ? 'Import and judge' : 'Reading and judging…'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Text>
        Run <code>dsregcmd /status</code> on the client as the user, copy all of it and paste it here. It is kept in the
        engagement under the name you give, and judged like a file.
      </Text>
      {failure === undefined ? null : <FailureNotice title="The text was not imported" failure={failure} />}
      <CheckedInput
        label="Name of the client"
        value=""
        placeholder="PC0417"
        required
        check={isTried ? checkName : (value) => (value === '' ? undefined : checkName(value))}
        onValid={setName}
      />
      <Field
        label="Output"
        required
        {...(isTried && text.trim() === ''
          ? { validationMessage: 'Paste the output here.', validationState: 'error' as const }
          : {})}
      >
        <Textarea
          value={text}
          rows={12}
          resize="vertical"
          spellCheck={false}
          textarea={{ maxLength: pasteLimit, style: { fontFamily: 'var(--fontFamilyMonospace)', whiteSpace: 'pre' } }}
          onChange={(_event, data) => setText(data.value)}
        />
      </Field>
    </AppDialog>
  );
}
