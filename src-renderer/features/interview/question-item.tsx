import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { useCatalogue } from '../../shell/catalogue-store';
import { plainTitle } from '../../text/plain-title';
import { showFinding } from '../overview/show-findings';
import { GivenAnswerView } from './given-answer-view';
import { checksAsking } from './questions-by-area';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px 20px',
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  actions: { display: 'flex', gap: '6px', alignItems: 'flex-start' },
});

interface QuestionItemProps {
  readonly question: InterviewQuestion;
  readonly answer: KeptAnswer | undefined;
  readonly canChange: boolean;
  readonly onAnswer: () => void;
  readonly onWithdraw: () => void;
}

/** One question: why it is asked and of whom, what it decides, and what was said. */
export function QuestionItem({ question, answer, canChange, onAnswer, onWithdraw }: QuestionItemProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text as="h3" weight="semibold" className={styles.title}>
          {question.text}
        </Text>
        <Text>{question.why}</Text>
        <span className={styles.quiet}>
          Ask: {question.askWhom} · <Decides question={question.id} />
        </span>
        {answer === undefined ? null : <GivenAnswerView question={question} answer={answer} />}
      </div>
      {canChange ? (
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={`${answer === undefined ? 'Answer' : 'Change'}: ${question.text}`}
            onClick={onAnswer}
          >
            {answer === undefined ? 'Answer' : 'Change'}
          </Button>
          {answer === undefined ? null : (
            <Button size="small" appearance="subtle" aria-label={`Withdraw: ${question.text}`} onClick={onWithdraw}>
              Withdraw
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

/** The checks an answer helps to decide, each leading to its finding. */
function Decides({ question }: { readonly question: string }) {
  const checks = checksAsking(
    useCatalogue((state) => state.checks),
    question,
  );
  if (checks.length === 0) return <>For the record: no check of this version takes it into account.</>;
  return (
    <>
      Decides{' '}
      {checks.map(({ id, title }, index) => (
        <span key={id}>
          {index === 0 ? '' : ', '}
          <Link as="button" inline title={plainTitle(title)} onClick={() => showFinding(id)}>
            {id}
          </Link>
        </span>
      ))}
    </>
  );
}
