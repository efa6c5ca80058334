import { Button, Checkbox, Field, makeStyles, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type CollectorRole,
  collectorDescriptions,
  collectorRoles,
  scriptOf,
} from '../../../../src-shared/collectors/collector-roles';
import { answerOf, type Failure } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { AppDialog } from '../../../ui/app-dialog';
import { FailureNotice } from '../../../ui/failure-notice';
import { parseHosts } from './parse-hosts';

const useStyles = makeStyles({ role: { display: 'flex', flexDirection: 'column', gap: '2px' } });

interface RequestDialogProps {
  readonly onWritten: (written: { readonly folder: string; readonly count: number }) => void;
  readonly onClose: () => void;
}

/** Chooses the scripts to hand over; names of machines make it possible to say later which of them are missing. */
export function RequestDialog({ onWritten, onClose }: RequestDialogProps) {
  const styles = useStyles();
  const [hosts, setHosts] = useState<Partial<Record<CollectorRole, string>>>({});
  const [isAsked, setIsAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const wanted = collectorRoles.flatMap((role) => {
    const text = hosts[role];
    return text === undefined ? [] : [{ role, hosts: [...parseHosts(text)] }];
  });
  const choose = (role: CollectorRole, text: string | undefined): void =>
    setHosts(({ [role]: _before, ...others }) => (text === undefined ? others : { ...others, [role]: text }));
  const submit = async (): Promise<void> => {
    setIsAsked(true);
    if (wanted.length === 0) return;
    const answer = await answerOf(bridge.sources.requestCollectors({ wanted }));
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok || answer.value.written === null) return;
    onWritten(answer.value.written);
    onClose();
  };
  return (
    <AppDialog
      title="Ask for collectors"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button appearance="primary" type="submit">
            Choose a folder and write
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Text>
        The scripts and a cover note for the administrator are written into a folder of your choice. Results are matched
        to what was asked for as they are dropped.
      </Text>
      {collectorRoles.map((role) => {
        const text = hosts[role];
        const { title, runOn } = collectorDescriptions[role];
        return (
          <div key={role} className={styles.role}>
            <Checkbox
              label={`${title} (${scriptOf(role)})`}
              checked={text !== undefined}
              onChange={(_event, data) => choose(role, data.checked === true ? '' : undefined)}
            />
            {text === undefined ? null : (
              <Field label={`Machines for ${scriptOf(role)}`} hint={`${runOn} One name a line; may be left empty.`}>
                <Textarea
                  value={text}
                  rows={2}
                  maxLength={20_000}
                  resize="vertical"
                  onChange={(_event, data) => choose(role, data.value)}
                />
              </Field>
            )}
          </div>
        );
      })}
      {isAsked && wanted.length === 0 ? <Text role="alert">Choose at least one script.</Text> : null}
      {failure === undefined ? null : <FailureNotice title="No collectors were written" failure={failure} />}
    </AppDialog>
  );
}
