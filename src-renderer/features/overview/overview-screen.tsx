import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DataTrending20Regular } from '@fluentui/react-icons';
import { managementSentence } from '../../../src-shared/model/management-sentence';
import type { ValueOf } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { keptAnswers } from '../../api/kept-answers';
import { useLoad } from '../../api/use-load';
import { useEngagement } from '../../shell/engagement-store';
import { go } from '../../shell/navigation-store';
import { exactTime } from '../../text/time';
import { EmptyState } from '../../ui/empty-state';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { StatusIcon } from '../../ui/status-icon';
import { Untrusted } from '../../ui/untrusted';
import { VerdictLabel, verdictOutcome } from '../../ui/verdict-label';
import { Waiting } from '../../ui/waiting';
import { useClientsAhead } from '../clients/use-clients-overview';
import { ContradictionsCard } from '../contradictions/contradictions-card';
import { useContradictions } from '../contradictions/use-contradictions';
import { FindingsAhead } from '../findings/findings-ahead';
import { emptyFilter, mostUrgentFirst } from '../findings/findings-store';
import { useListedFindings } from '../findings/use-listed-findings';
import { useReviews } from '../reviews/reviews-store';
import { useRun } from '../run/run-store';
import { BlockerCard } from './blocker-card';
import { CoverageCard } from './coverage-card';
import { DecisionsCard } from './decisions-card';
import { LeverCard } from './lever-card';
import { PathPicture } from './path-picture';
import { RoadmapCard } from './roadmap-card';
import { UnknownCard } from './unknown-card';

const useStyles = makeStyles({
  verdict: { display: 'flex', gap: '16px', alignItems: 'flex-start' },
  sentence: { display: 'block', textWrap: 'balance', maxWidth: '70ch' },
  quiet: {
    color: tokens.colorNeutralForeground2,
    marginTop: '6px',
    display: 'flex',
    gap: '10px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
  /** Text columns, so that short cards fill up beside a long one. */
  columns: {
    columnCount: 2,
    columnWidth: 'min(100%, 400px)',
    columnGap: '16px',
    marginBottom: '-16px',
    '> *': { breakInside: 'avoid', marginBottom: '16px' },
  },
});

const keptReadiness = keptAnswers<ValueOf<typeof bridge.findings.readiness>>();

/** The verdict in one sentence, the path with its blockers, and what to do next. */
export function OverviewScreen() {
  const styles = useStyles();
  const version = useRun((state) => state.version);
  const customer = useEngagement((state) => state.draft?.details.customer ?? '');
  const decisions = useReviews((state) => state.version);
  const readiness = useLoad(`readiness:${version}:${decisions}`, () => bridge.findings.readiness({}), keptReadiness);
  const list = useListedFindings(emptyFilter, mostUrgentFirst);
  const contradictions = useContradictions();
  const failure = readiness.failure ?? list.failure ?? contradictions.failure;
  const { value } = readiness;
  const rows = list.value?.rows;
  const isShown = value !== undefined && rows !== undefined;
  useClientsAhead(isShown);
  return (
    <Page title="Overview" name="overview" ready={isShown}>
      {failure === undefined ? null : (
        <FailureNotice
          title="The verdict could not be read"
          failure={failure}
          onRetry={() => {
            readiness.reload();
            list.reload();
            contradictions.reload();
          }}
        />
      )}
      {failure === undefined && !isShown ? <Waiting what="Reading the findings" /> : null}
      {value?.readiness === null ? <NothingJudged /> : null}
      <FindingsAhead rows={isShown ? rows : undefined} />
      {value?.readiness && rows !== undefined ? (
        <>
          <div className={styles.verdict}>
            <StatusIcon outcome={verdictOutcome[value.readiness.overall.verdict]} size={44} />
            <div>
              <Text size={500} weight="semibold" className={styles.sentence}>
                <Untrusted>{managementSentence(customer, value.readiness)}</Untrusted>
              </Text>
              <div className={styles.quiet}>
                <VerdictLabel verdict={value.readiness.overall.verdict} />
                {value.judgedAt === null ? null : <span>Judged as of {exactTime(value.judgedAt)}</span>}
              </div>
            </div>
          </div>
          <PathPicture readiness={value.readiness} />
          <div className={styles.columns}>
            <BlockerCard ids={value.readiness.overall.blockers} rows={rows} />
            <LeverCard overall={value.readiness.overall} rows={rows} />
            <ContradictionsCard contradictions={contradictions.value?.contradictions ?? []} />
            <DecisionsCard waiting={list.value?.undecided ?? 0} raisedAgain={list.value?.decisionsRaisedAgain ?? 0} />
            <UnknownCard rows={rows} />
            <CoverageCard
              overall={value.readiness.overall}
              catalogueTotal={value.catalogueTotal}
              catalogueImplemented={value.catalogueImplemented}
            />
          </div>
          <RoadmapCard roadmap={value.roadmap} rows={rows} />
        </>
      ) : null}
    </Page>
  );
}

function NothingJudged() {
  return (
    <EmptyState
      icon={<DataTrending20Regular />}
      title="Nothing was judged yet"
      actions={
        <>
          <Button appearance="primary" onClick={() => go({ screen: 'setup', step: 'scope' })}>
            Answer the scope questions
          </Button>
          <Button onClick={() => go({ screen: 'setup', step: 'sources' })}>Choose sources</Button>
        </>
      }
    >
      The verdict appears here after the first run. Files dropped anywhere in this window are read and judged at once.
    </EmptyState>
  );
}
