import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import {
  type ClientGroup,
  type ClientsOverview,
  clientStateTitles,
  groupTitle,
} from '../../../src-shared/model/clients';
import { factsInWords, factsThatTellApart } from '../../../src-shared/model/facts-that-tell-apart';
import { quantity } from '../../text/quantity';
import { Card } from '../../ui/card';
import { OutcomeLabel } from '../../ui/outcome-label';
import { Untrusted } from '../../ui/untrusted';
import { EvidenceDialog } from '../findings/detail/evidence-dialog';
import { ChainPicture } from './chain-picture';
import { MemberList } from './member-list';
import { stateOutcome } from './state-outcome';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  chains: { display: 'flex', flexDirection: 'column', gap: '18px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 290px), 1fr))',
    gap: '2px 20px',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  fact: { display: 'flex', gap: '8px', justifyContent: 'space-between', overflowWrap: 'anywhere' },
  value: { fontFamily: tokens.fontFamilyMonospace, textAlign: 'end', margin: 0, userSelect: 'text' },
  label: { color: tokens.colorNeutralForeground2 },
});

interface GroupDetailProps {
  readonly group: ClientGroup;
  readonly overview: ClientsOverview;
  readonly version: number;
}

/** One group: what explains it, what its clients have in common, and who they are. */
export function GroupDetail({ group, overview, version }: GroupDetailProps) {
  const styles = useStyles();
  const [evidence, setEvidence] = useState<string>();
  const chains = overview.chains.filter(({ symptom }) => group.symptoms.includes(symptom.id));
  const difference = useMemo(() => factsThatTellApart(overview).get(group.id) ?? [], [overview, group.id]);
  return (
    <div className={styles.column}>
      <Card
        title={groupTitle(group, overview.chains)}
        aside={<OutcomeLabel outcome={stateOutcome[group.state]} word={clientStateTitles[group.state]} form="pill" />}
      >
        {difference.length === 0 ? null : (
          <Text>
            Unlike other groups of this name: <Untrusted>{factsInWords(difference)}</Untrusted>.
          </Text>
        )}
        {chains.length === 0 ? (
          <Text>
            <Untrusted>{explanationOf(group)}</Untrusted>
          </Text>
        ) : (
          <div className={styles.chains}>
            {chains.map((chain) => (
              <ChainPicture key={chain.symptom.id} chain={chain} total={overview.total} />
            ))}
          </div>
        )}
      </Card>
      <Card title="What these clients have in common">
        <dl className={styles.facts}>
          {group.signature.map(({ label, value }) => (
            <div key={label} className={styles.fact}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.value}>
                <Untrusted>{value}</Untrusted>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title={quantity(group.count, 'client')}>
        {group.staleCount === 0 ? null : (
          <Text>
            {quantity(group.staleCount, 'client')} of them {group.staleCount === 1 ? 'was' : 'were'} captured more than
            a day before this was judged; checks do not count them. Capture them again.
          </Text>
        )}
        <MemberList
          key={group.id}
          group={group.id}
          count={group.count}
          version={version}
          onShowEvidence={setEvidence}
        />
      </Card>
      {evidence === undefined ? null : (
        <EvidenceDialog shown={{ id: evidence }} onClose={() => setEvidence(undefined)} />
      )}
    </div>
  );
}

/** What to say of a group without a symptom. */
function explanationOf({ state, signature }: ClientGroup): string {
  switch (state) {
    case 'done':
      return 'Hello is set up; nothing is missing here.';
    case 'ready':
      return 'Windows will set Hello up at the next sign-in.';
    case 'mute':
      return signature.find(({ label }) => label === 'Capture')?.value ?? 'The capture says nothing about the user.';
    case 'open':
      return 'These captures hold neither the check of the prerequisites nor a symptom: they were taken by another user, or Hello was set up before. Capture them again as the user.';
    case 'failing':
      return 'Windows will not set Hello up, and prints no reason that this version knows. Look into the event log of device registration on one of them.';
  }
}
