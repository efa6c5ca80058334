import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import { answerText } from '../../../src-shared/interview/answer-text';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { AttachmentView } from '../../ui/attachment-view';
import { AttestedLabel } from '../../ui/attested-label';
import { Untrusted } from '../../ui/untrusted';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    marginTop: '6px',
    padding: '8px 12px',
    borderLeft: `3px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    flexWrap: 'wrap',
  },
});

/** What was said, by whom, when, and with what for a proof. */
export function GivenAnswerView({
  question,
  answer,
}: {
  readonly question: InterviewQuestion;
  readonly answer: KeptAnswer;
}) {
  const styles = useStyles();
  const { note, attachment } = answer;
  return (
    <div className={styles.root}>
      <Text weight="semibold">
        <Untrusted>{answerText(question, answer.answer)}</Untrusted>
      </Text>
      {note === undefined || note === '' ? null : (
        <Text>
          <Untrusted>{note}</Untrusted>
        </Text>
      )}
      <span className={styles.quiet}>
        <AttestedLabel attested={[answer]} />
      </span>
      {attachment === undefined ? null : <AttachmentView attachment={attachment} />}
    </div>
  );
}
