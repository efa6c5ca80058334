import { Text } from '@fluentui/react-components';
import { Untrusted } from '../../ui/untrusted';

/** What came of work on a file, a line each. */
export const Sentences = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <>
    {sentences.map((sentence) => (
      <Text key={sentence} block>
        <Untrusted>{sentence}</Untrusted>
      </Text>
    ))}
  </>
);
