import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { PassphraseField } from '../../ui/passphrase-field';
import { Untrusted } from '../../ui/untrusted';
import { enterEngagement } from './open-engagement';

interface PassphraseDialogProps {
  readonly path: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Opens an encrypted file. A wrong passphrase is said at the field; anything else above it. */
export function PassphraseDialog({ path, name, onClose }: PassphraseDialogProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isOpening, setIsOpening] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isWrong = failure?.code === 'wrong-passphrase';

  const open = async (): Promise<void> => {
    if (passphrase === '' || isOpening) return;
    setIsOpening(true);
    const result = await enterEngagement(() => bridge.library.open({ path, passphrase }));
    setIsOpening(false);
    setFailure(result);
    if (result === undefined) onClose();
  };

  return (
    <AppDialog
      title={`Open ${name}`}
      onClose={onClose}
      onSubmit={() => void open()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={passphrase === '' || isOpening}>
            {isOpening ? 'Opening…' : 'Open'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {failure === undefined || isWrong ? null : <FailureNotice title="The file was not opened" failure={failure} />}
      <Text>
        <Untrusted>{path}</Untrusted> is encrypted. The passphrase is not stored anywhere and cannot be recovered or
        reset; without it nobody can read the file.
      </Text>
      <PassphraseField
        label="Passphrase"
        autoFocus
        value={passphrase}
        onChange={setPassphrase}
        problem={isWrong ? `${failure.message} ${failure.next}` : undefined}
      />
    </AppDialog>
  );
}
