import { Button, Field, Select, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useLoad } from '../../api/use-load';
import { useEngagement } from '../../shell/engagement-store';
import { calendarDate } from '../../text/time';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { PassphraseField } from '../../ui/passphrase-field';
import { useCompare } from './compare-store';

/** Chooses the older engagement from the library or a file, and unlocks it for reading. */
export function OlderDialog({ onClose }: { readonly onClose: () => void }) {
  const show = useCompare((state) => state.show);
  const current = useEngagement((state) => state.engagement?.path);
  const { value } = useLoad('library', () => bridge.library.list({}));
  const entries = (value?.entries ?? []).filter(({ path, state }) => path !== current && state === 'available');
  const [chosen, setChosen] = useState('');
  const [elsewhere, setElsewhere] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const [isReading, setIsReading] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isWrong = failure?.code === 'wrong-passphrase';
  const path = chosen === '' ? (elsewhere ?? entries[0]?.path ?? '') : chosen;

  const chooseFile = async (): Promise<void> => {
    const answer = await answerOf(bridge.library.chooseFile({}));
    if (!answer.ok || answer.value.path === null) return;
    setElsewhere(answer.value.path);
    setChosen(answer.value.path);
  };
  const compare = async (): Promise<void> => {
    if (path === '' || passphrase === '' || isReading) return;
    setIsReading(true);
    const answer = await answerOf(bridge.compare.with({ path, passphrase }));
    setIsReading(false);
    if (!answer.ok) return setFailure(answer.error);
    show(answer.value.comparison);
    onClose();
  };
  return (
    <AppDialog
      title="Compare with an older engagement"
      onClose={onClose}
      onSubmit={() => void compare()}
      actions={
        <>
          <Button appearance="primary" type="submit" disabledFocusable={path === '' || passphrase === '' || isReading}>
            {isReading ? 'Comparing…' : 'Compare'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {failure === undefined || isWrong ? null : <FailureNotice title="Nothing was compared" failure={failure} />}
      <Text>The older engagement is only read; what is open here is the newer one.</Text>
      <Field label="Older engagement">
        <Select value={path} onChange={(_event, data) => setChosen(data.value)}>
          {elsewhere === undefined ? null : <option value={elsewhere}>{elsewhere}</option>}
          {entries.map((entry) => (
            <option key={entry.path} value={entry.path}>
              {entry.name} – opened {calendarDate(entry.lastOpenedAt)}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button size="small" onClick={() => void chooseFile()}>
          Choose a file…
        </Button>
      </div>
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onChange={setPassphrase}
        problem={isWrong ? `${failure.message} ${failure.next}` : undefined}
      />
    </AppDialog>
  );
}
