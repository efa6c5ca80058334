import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { answerOf } from '../../../api/answer';
import { bridge } from '../../../api/bridge';
import { CodeValue } from '../../../ui/code-value';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    alignItems: 'flex-start',
  },
  link: {
    justifyContent: 'flex-start',
    textAlign: 'start',
    paddingLeft: 0,
    minWidth: 0,
    maxWidth: '100%',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface SourceLinksProps {
  readonly sources: readonly string[];
  /** Sentences of the source document the rule comes from. */
  readonly seed: readonly string[];
  readonly revision: number;
}

/** Documents the rule comes from; they open in the system's browser. */
export function SourceLinks({ sources, seed, revision }: SourceLinksProps) {
  const styles = useStyles();
  const [refused, setRefused] = useState<string>();
  const open = async (url: string): Promise<void> => {
    const answer = await answerOf(bridge.app.openLink({ url }));
    setRefused(answer.ok && answer.value.opened ? undefined : url);
  };
  return (
    <>
      <ul className={styles.list}>
        {sources.map((url) => (
          <li key={url} style={{ maxWidth: '100%' }}>
            <Button
              appearance="transparent"
              size="small"
              className={styles.link}
              icon={<Open16Regular />}
              onClick={() => void open(url)}
            >
              {readable(url)}
            </Button>
          </li>
        ))}
      </ul>
      {refused === undefined ? null : (
        <Text role="status">
          No browser could be opened. The address to copy: <CodeValue value={refused} what="address" length={90} />
        </Text>
      )}
      <span className={styles.quiet}>
        {seed.length === 0 ? '' : `Sentences ${seed.join(', ')} of the source document. `}Revision {revision} of the
        check.
      </span>
    </>
  );
}

/** Host and path are what tells documents apart. */
function readable(url: string): string {
  const { host, pathname, hash } = new URL(url);
  return `${host}${pathname.replace(/\/$/u, '')}${hash}`;
}
