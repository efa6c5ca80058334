import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { interviewQuestions } from '../../../src-shared/interview/questions';
import { areaTitles } from '../../../src-shared/model/area';
import { useEngagement } from '../../shell/engagement-store';
import { partOf } from '../../text/quantity';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import { Page } from '../../ui/page';
import { ShareBar } from '../../ui/share-bar';
import { Waiting } from '../../ui/waiting';
import { AnswerDialog } from './answer-dialog';
import { useInterview } from './interview-store';
import { QuestionItem } from './question-item';
import { questionsByArea } from './questions-by-area';
import { useAnswers } from './use-answers';
import { WithdrawDialog } from './withdraw-dialog';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: '6px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

type Opened = { readonly dialog: 'answer' | 'withdraw'; readonly question: string };

/** What no technical evidence can say: asked of people, noted with who said it and when. */
export function InterviewScreen() {
  const styles = useStyles();
  const answers = useAnswers();
  const { failure, load } = useInterview();
  const canChange = useEngagement((state) => state.engagement?.readOnly === false);
  const hasFindings = useEngagement((state) => state.engagement?.lastRun !== undefined);
  const [opened, setOpened] = useState<Opened>();
  const answered = interviewQuestions.filter(({ id }) => answers?.has(id) === true).length;
  const question = interviewQuestions.find(({ id }) => id === opened?.question);
  return (
    <Page
      title="Interview"
      name="interview"
      ready={answers !== undefined}
      intro="What no system can tell. Each answer is kept with who said it and when, and every output marks it as attested."
    >
      {failure === undefined ? null : (
        <FailureNotice title="The answers could not be read" failure={failure} onRetry={() => void load()} />
      )}
      {answers === undefined && failure === undefined ? <Waiting what="Reading the answers" /> : null}
      {answers === undefined ? null : (
        <>
          {canChange ? null : <ReadOnlyNote />}
          <div className={styles.progress}>
            <Text weight="semibold">{partOf(answered, interviewQuestions.length)} questions are answered</Text>
            <ShareBar part={answered} whole={interviewQuestions.length} />
            <span className={styles.quiet}>
              {hasFindings
                ? 'The findings follow each answer at once. Checks without their answer stay “not known”.'
                : 'The answers count with the first run. Checks without their answer stay “not known”.'}
            </span>
          </div>
          {questionsByArea.map(({ area, questions }) => (
            <Card key={area} title={areaTitles[area]}>
              <ul className={styles.list}>
                {questions.map((each) => (
                  <QuestionItem
                    key={each.id}
                    question={each}
                    answer={answers.get(each.id)}
                    canChange={canChange}
                    onAnswer={() => setOpened({ dialog: 'answer', question: each.id })}
                    onWithdraw={() => setOpened({ dialog: 'withdraw', question: each.id })}
                  />
                ))}
              </ul>
            </Card>
          ))}
        </>
      )}
      {question === undefined || opened?.dialog !== 'answer' ? null : (
        <AnswerDialog question={question} known={answers?.get(question.id)} onClose={() => setOpened(undefined)} />
      )}
      {question === undefined || opened?.dialog !== 'withdraw' ? null : (
        <WithdrawDialog question={question} onClose={() => setOpened(undefined)} />
      )}
    </Page>
  );
}

const ReadOnlyNote = () => (
  <MessageBar intent="warning" layout="multiline">
    <MessageBarBody>
      <MessageBarTitle>Read-only</MessageBarTitle>
      Another window holds this file. The answers can be looked at; nothing can be changed here.
    </MessageBarBody>
  </MessageBar>
);
