import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import type { KeptAnswer } from '../../../../src-shared/interview/answer';
import { type EvidenceHeader, evidenceKindTitles } from '../../../../src-shared/model/evidence';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { go } from '../../../shell/navigation-store';
import { shortenMiddle } from '../../../text/shorten-middle';
import { DataTable } from '../../../ui/data-table';
import { FactList } from '../../../ui/fact-list';
import { OutcomeLabel } from '../../../ui/outcome-label';
import { TimeAgo } from '../../../ui/time-ago';
import { Untrusted } from '../../../ui/untrusted';
import { cellState, recordsOf } from './source-matrix';
import { type SourceSystem, type Way, type WayDescription, wayTitles } from './source-systems';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '14px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  title: { margin: 0 },
});

const mostRecords = 50;

interface CellDetailProps {
  readonly system: SourceSystem;
  readonly way: Way;
  readonly live: LiveSources;
  readonly evidence: readonly EvidenceHeader[];
  readonly answers: readonly KeptAnswer[];
  readonly onClose: () => void;
}

/** What one way of knowing a system takes, and what it has given so far. */
export function CellDetail({ system, way, live, evidence, answers, onClose }: CellDetailProps) {
  const styles = useStyles();
  const description = system[way];
  const records = recordsOf(system, way, evidence);
  const state = cellState(system, way, live, evidence, answers);
  return (
    <section className={styles.root} aria-label={`${system.title}: ${wayTitles[way]}`}>
      <div className={styles.head}>
        <Text as="h3" weight="semibold" className={styles.title}>
          {system.title} · {wayTitles[way]}
        </Text>
        <Button
          appearance="subtle"
          size="small"
          icon={<Dismiss16Regular />}
          aria-label="Close the details"
          onClick={onClose}
        />
      </div>
      {description === undefined ? (
        <Text>{notOffered(system, way)}</Text>
      ) : (
        <Facts description={description} isFiles={way === 'files'} />
      )}
      {way === 'interview' || description === undefined ? null : (
        <div>
          <Button onClick={() => go({ screen: 'help', topicId: helpTopicOf(system.id, way) })}>
            {way === 'files' ? 'How to collect it by hand' : 'Which right, and why'}
          </Button>
        </div>
      )}
      {way === 'interview' && description !== undefined ? (
        <div>
          <Button onClick={() => go({ screen: 'interview' })}>Go to the interview</Button>
        </div>
      ) : null}
      {state.is === 'needs-rights' || state.is === 'failed' ? (
        <Text>
          <OutcomeLabel outcome="warning" word="Last attempt" /> <Untrusted>{state.message}</Untrusted>
        </Text>
      ) : null}
      {way === 'live' && description !== undefined ? (
        <div>
          <Button onClick={() => go({ screen: 'setup', step: 'targets' })}>
            {state.is === 'empty' ? 'Choose targets' : 'Show targets'}
          </Button>
        </div>
      ) : null}
      {records.length === 0 ? null : <Records records={records} />}
    </section>
  );
}

const liveTopics: Readonly<Record<string, string>> = {
  ...{
    ad: 'ldap',
    adcs: 'ldap',
    adfs: 'adfs',
    entra: 'graph',
    intune: 'graph',
    policy: 'sysvol',
    dns: 'dns',
    clients: 'this-computer',
  },
};

/** The page of the help that says how to get at a system this way. */
const helpTopicOf = (systemId: string, way: Way): string =>
  way === 'files' ? `collect-${systemId}` : `right-${liveTopics[systemId] ?? 'ldap'}`;

function notOffered(system: SourceSystem, way: Way): string {
  if (way === 'interview')
    return 'Nobody’s word takes the place of reading this system. What only people know has a row of its own, “People”.';
  if (system.note !== undefined) return system.note;
  if (system.files === undefined)
    return 'This version reads nothing from this system. The checks that need it stay “not known” and are listed in the report.';
  return 'This version does not read this system live. Hand over files instead.';
}

function Facts({ description, isFiles }: { readonly description: WayDescription; readonly isFiles: boolean }) {
  const facts = [
    ['What is read', description.reads],
    ['Rights needed', description.rights],
    [isFiles ? 'What to hand over' : 'What is sent', description.sends],
  ] as const;
  return <FactList facts={facts} />;
}

function Records({ records }: { readonly records: readonly EvidenceHeader[] }) {
  return (
    <>
      <DataTable
        label="Evidence collected this way"
        columns={['Evidence', 'About', 'From', 'When', 'State']}
        rows={records.slice(0, mostRecords).map((record) => ({
          key: record.id,
          cells: [
            evidenceKindTitles[record.kind],
            <Untrusted key="target">{shortenMiddle(record.target, 48)}</Untrusted>,
            <Untrusted key="from">{shortenMiddle(record.source.location, 60)}</Untrusted>,
            <TimeAgo key="when" at={record.collectedAt} />,
            record.status === 'complete' ? (
              'Complete'
            ) : (
              <Untrusted key="state">{record.failure?.message ?? 'Partial'}</Untrusted>
            ),
          ],
        }))}
      />
      {records.length > mostRecords ? (
        <Text>
          The newest {mostRecords} of {records.length} are shown; each finding names the ones it rests on.
        </Text>
      ) : null}
    </>
  );
}
