import { Button, Field, Select, Spinner, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Comparison } from '../../../src-shared/model/comparison';
import { answerOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { useJob } from '../../api/use-job';
import { useLoad } from '../../api/use-load';
import { useEngagement } from '../../shell/engagement-store';
import { calendarDate } from '../../text/time';
import { AppDialog } from '../../ui/app-dialog';
import { FailureNotice } from '../../ui/failure-notice';
import { PassphraseField } from '../../ui/passphrase-field';
import { useCompare } from './compare-store';

const whatToDo =
  'The library holds no other engagement that can be opened. Choose the file of an older one, or cancel and duplicate this engagement for a re-test, to compare with it later.';

/** Chooses the older engagement from the library or a file, and unlocks it for reading. */
export function OlderDialog({ onClose }: { readonly onClose: () => void }) {
  const show = useCompare((state) => state.show);
  const current = useEngagement((state) => state.engagement?.path);
  const { value, failure: unread, reload } = useLoad('library', () => bridge.library.list({}));
  const entries = (value?.entries ?? []).filter(({ path, state }) => path !== current && state === 'available');
  const [chosen, setChosen] = useState('');
  const [elsewhere, setElsewhere] = useState<string>();
  const [passphrase, setPassphrase] = useState('');
  const hasNone = value !== undefined && entries.length === 0 && elsewhere === undefined;
  const job = useJob<{ phase: string }, { comparison: Comparison }>();
  const isReading = job.isRunning;
  const failure = job.answer?.ok === false && job.answer.error.code !== 'cancelled' ? job.answer.error : undefined;
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
    const answer = await job.start((onProgress) => bridge.compare.with({ path, passphrase }, onProgress));
    if (!answer.ok) return;
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
          <Button onClick={isReading ? job.cancel : onClose}>Cancel</Button>
        </>
      }
    >
      {failure === undefined || isWrong ? null : <FailureNotice title="Nothing was compared" failure={failure} />}
      {unread === undefined ? null : (
        <FailureNotice title="The library could not be read" failure={unread} onRetry={reload} />
      )}
      <Text>
        The older engagement is only read; what is open here is the newer one. It stays unlocked until the app is
        closed, as after a search.
      </Text>
      <Field label="Older engagement" {...(hasNone ? { hint: whatToDo } : {})}>
        <Select value={path} onChange={(_event, data) => setChosen(data.value)}>
          {path === '' ? <option value="">{hasNone ? 'None in the library' : 'Reading the library…'}</option> : null}
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
      {isReading ? <Spinner size="tiny" label={job.progress?.phase ?? 'Opening the older engagement'} /> : null}
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onChange={setPassphrase}
        problem={isWrong ? `${failure.message} ${failure.next}` : undefined}
      />
    </AppDialog>
  );
}
