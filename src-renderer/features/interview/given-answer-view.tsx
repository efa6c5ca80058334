import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Attach16Regular } from '@fluentui/react-icons';
import type { KeptAnswer } from '../../../src-shared/interview/answer';
import { answerText } from '../../../src-shared/interview/answer-text';
import type { InterviewQuestion } from '../../../src-shared/interview/question';
import { fileSize } from '../../text/quantity';
import { AttestedLabel } from '../../ui/attested-label';
import { CodeValue } from '../../ui/code-value';
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
      {attachment === undefined ? null : (
        <span className={styles.quiet}>
          <Attach16Regular aria-hidden="true" />
          <Untrusted>{attachment.name}</Untrusted> ({fileSize(attachment.size)}), SHA-256{' '}
          <CodeValue value={attachment.sha256} what="SHA-256 of the attachment" length={20} />
        </span>
      )}
    </div>
  );
}
