import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { evidenceKindTitles } from '../../../../src-shared/model/evidence';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';
import { exactTime } from '../../../text/time';
import { AppDialog } from '../../../ui/app-dialog';
import { ChoiceBar } from '../../../ui/choice-bar';
import { CodeValue } from '../../../ui/code-value';
import { CopyButton } from '../../../ui/copy-button';
import { FailureNotice } from '../../../ui/failure-notice';
import { Untrusted } from '../../../ui/untrusted';
import { Waiting } from '../../../ui/waiting';
import type { ShownEvidence } from './finding-body';
import { RawLines } from './raw-lines';

const useStyles = makeStyles({
  quiet: {
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    overflowWrap: 'anywhere',
  },
  bar: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' },
});

type View = 'raw' | 'facts';

const onlyFacts = [{ value: 'facts', title: 'As understood' }] as const;
const bothViews = [{ value: 'raw', title: 'As received' }, ...onlyFacts] as const;

/** A record of evidence: the raw input with the deciding line highlighted, or the facts decoded from it. */
export function EvidenceDialog({ shown, onClose }: { readonly shown: ShownEvidence; readonly onClose: () => void }) {
  const styles = useStyles();
  const { id, locate } = shown;
  const { value, failure, reload } = useLoad(JSON.stringify(shown), () =>
    bridge.evidence.view({ id, ...(locate === undefined ? {} : { locate }) }),
  );
  const [chosen, setChosen] = useState<View>();
  const raw = value?.raw ?? undefined;
  const view: View = chosen ?? (raw === undefined ? 'facts' : 'raw');
  const lines =
    view === 'raw' && raw !== undefined
      ? raw.lines
      : (value?.facts ?? '').split('\n').map((text, index) => ({ number: index + 1, text, highlighted: false }));
  return (
    <AppDialog
      title={value === undefined ? 'Evidence' : evidenceKindTitles[value.header.kind]}
      size="wide"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      {failure === undefined ? null : (
        <FailureNotice title="The evidence could not be read" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Reading the evidence" /> : null}
      {value === undefined ? null : (
        <>
          <div className={styles.quiet}>
            <span>
              About <Untrusted>{value.header.target}</Untrusted>, from{' '}
              <Untrusted>{value.header.source.location}</Untrusted>
            </span>
            <span>
              Collected {exactTime(value.header.collectedAt)} by <Untrusted>{value.header.collector.user}</Untrusted> on{' '}
              <Untrusted>{value.header.collector.host}</Untrusted>
            </span>
            {value.header.sha256 === undefined ? null : (
              <span>
                SHA-256 <CodeValue value={value.header.sha256} what="SHA-256" length={64} />
              </span>
            )}
          </div>
          {value.header.notes.map((note) => (
            <Text key={note}>
              Remark: <Untrusted>{note}</Untrusted>
            </Text>
          ))}
          <div className={styles.bar}>
            <ChoiceBar
              label="View"
              choices={raw === undefined ? onlyFacts : bothViews}
              chosen={view}
              onChoose={setChosen}
            />
            <CopyButton
              text={lines
                .map((line) => line.text)
                .join('\n')
                .slice(0, 200_000)}
              what="what is shown"
              withWord
            />
          </div>
          {raw === undefined ? (
            <Text>The raw input was not kept with this record; the facts read from it are shown.</Text>
          ) : null}
          <RawLines lines={lines} label={view === 'raw' ? 'Raw input' : 'Facts'} />
          {view === 'raw' && raw !== undefined && raw.totalLines > raw.lines.length ? (
            <Text>
              Lines {raw.lines[0]?.number ?? 0} to {raw.lines.at(-1)?.number ?? 0} of {raw.totalLines} in{' '}
              <Untrusted>{raw.name}</Untrusted> are shown.
            </Text>
          ) : null}
        </>
      )}
    </AppDialog>
  );
}
