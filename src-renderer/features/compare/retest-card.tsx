import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { answerOf, type Failure } from '../../api/answer';
import { bridge } from '../../api/bridge';
import { Card } from '../../ui/card';
import { FailureNotice } from '../../ui/failure-notice';
import { Untrusted } from '../../ui/untrusted';

/** Makes the copy that a re-test goes on in; this engagement stays as what it is compared with. */
export function RetestCard() {
  const [isCopying, setIsCopying] = useState(false);
  const [name, setName] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const duplicate = async (): Promise<void> => {
    setIsCopying(true);
    const answer = await answerOf(bridge.library.duplicate({}));
    setIsCopying(false);
    if (answer.ok) setName(answer.value.name);
    setFailure(answer.ok ? undefined : answer.error);
  };
  return (
    <Card title="Re-test">
      <Text>
        A copy of this engagement holds scope, sources, evidence, answers and decisions. Run it again when things were
        changed; this one stays as it is, to compare with. The copy has the same passphrase.
      </Text>
      <div>
        <Button disabledFocusable={isCopying} onClick={() => void duplicate()}>
          {isCopying ? 'Copying…' : 'Duplicate for a re-test'}
        </Button>
      </div>
      {name === undefined ? null : (
        <Text role="status">
          <Untrusted>{name}</Untrusted> is in the library now. Open it there and run it again.
        </Text>
      )}
      {failure === undefined ? null : <FailureNotice title="No copy was made" failure={failure} />}
    </Card>
  );
}
