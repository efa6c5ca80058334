import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { findQuestion } from '../../../../src-shared/interview/questions';
import { type EvidenceHeader, evidenceKindTitles } from '../../../../src-shared/model/evidence';
import { bridge } from '../../../api/bridge';
import { useLoad } from '../../../api/use-load';
import { calendarDate, exactTime } from '../../../text/time';
import { AppDialog } from '../../../ui/app-dialog';
import { ChoiceBar } from '../../../ui/choice-bar';
import { CodeValue } from '../../../ui/code-value';
import { CopyButton } from '../../../ui/copy-button';
import { FailureNotice } from '../../../ui/failure-notice';
import { OutcomeLabel } from '../../../ui/outcome-label';
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

const readViews = [
  { value: 'raw', title: 'As received' },
  { value: 'facts', title: 'As understood' },
] as const;
const attestedViews = [
  { value: 'raw', title: 'Attachment' },
  { value: 'facts', title: 'As noted' },
] as const;

/** Where it comes from; what somebody said is never called collected. */
function Origin({ header: { source, target, collectedAt, collector } }: { readonly header: EvidenceHeader }) {
  const noted = (
    <>
      <Untrusted>{collector.user}</Untrusted> on <Untrusted>{collector.host}</Untrusted>
    </>
  );
  return source.way === 'attested' ? (
    <>
      <span>
        <OutcomeLabel outcome="info" word="Attested" /> <Untrusted>{source.location}</Untrusted> on{' '}
        {calendarDate(collectedAt)}; nothing was read
      </span>
      <span>Answer to “{findQuestion(target)?.text ?? target}”</span>
      <span>Noted by {noted}</span>
    </>
  ) : (
    <>
      <span>
        About <Untrusted>{target}</Untrusted>, from <Untrusted>{source.location}</Untrusted>
      </span>
      <span>
        Collected {exactTime(collectedAt)} by {noted}
      </span>
    </>
  );
}

/** A record of evidence: the raw input with the deciding line highlighted, or the facts decoded from it. */
export function EvidenceDialog({ shown, onClose }: { readonly shown: ShownEvidence; readonly onClose: () => void }) {
  const styles = useStyles();
  const { id, locate } = shown;
  const { value, failure, reload } = useLoad(JSON.stringify(shown), () =>
    bridge.evidence.view({ id, ...(locate === undefined ? {} : { locate }) }),
  );
  const [chosen, setChosen] = useState<View>();
  const raw = value?.raw ?? undefined;
  const isAttested = value?.header.source.way === 'attested';
  const views = isAttested ? attestedViews : readViews;
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
    >
      {failure === undefined ? null : (
        <FailureNotice title="The evidence could not be read" failure={failure} onRetry={reload} />
      )}
      {value === undefined && failure === undefined ? <Waiting what="Reading the evidence" /> : null}
      {value === undefined ? null : (
        <>
          <div className={styles.quiet}>
            <Origin header={value.header} />
            {value.header.sha256 === undefined ? null : (
              <span>
                SHA-256 <CodeValue value={value.header.sha256} what="SHA-256" length={64} />
              </span>
            )}
            {value.header.source.archive === undefined ? null : (
              <span>
                SHA-256 of the archive{' '}
                <CodeValue value={value.header.source.archive.sha256} what="SHA-256 of the archive" length={64} />
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
              choices={raw === undefined ? views.slice(1) : views}
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
            <Text>
              {isAttested
                ? 'No document was attached; what was said is shown.'
                : 'The raw input was not kept with this record; the facts read from it are shown.'}
            </Text>
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
