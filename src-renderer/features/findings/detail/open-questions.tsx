import { Button, Text } from '@fluentui/react-components';
import { findQuestion } from '../../../../src-shared/interview/questions';
import type { Attestation } from '../../../../src-shared/model/finding';
import type { Outcome } from '../../../../src-shared/model/outcome';
import { go } from '../../../shell/navigation-store';
import { Section } from './section';

interface OpenQuestionsProps {
  /** Ids of the questions the check asks. */
  readonly asks: readonly string[];
  readonly attested: readonly Attestation[];
  readonly outcome: Outcome;
}

/** What could be asked to know more. Nothing where the check does not apply or everything was answered. */
export function OpenQuestions({ asks, attested, outcome }: OpenQuestionsProps) {
  const open = asks.filter((id) => !attested.some(({ question }) => question === id));
  const texts = open.flatMap((id) => findQuestion(id)?.text ?? []);
  if (texts.length === 0 || outcome === 'not-applicable') return null;
  return (
    <Section title="What only people know">
      {texts.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
      <div>
        <Button size="small" onClick={() => go({ screen: 'interview' })}>
          Go to the interview
        </Button>
      </div>
    </Section>
  );
}
