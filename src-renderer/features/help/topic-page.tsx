import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { HelpTopic } from '../../../src-shared/help/help-topic';
import { CopyButton } from '../../ui/copy-button';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0 },
  commands: {
    margin: 0,
    padding: '10px 12px',
    overflowX: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  copy: { alignSelf: 'flex-start' },
});

/** A written page: paragraphs with their titles, and commands to copy. */
export function TopicPage({ topic }: { readonly topic: HelpTopic }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text as="h2" id="help-title" tabIndex={-1} size={500} weight="semibold" className={styles.title}>
        {topic.title}
      </Text>
      {topic.parts.map(({ title, text, commands }) => (
        <div key={`${title ?? ''}${text ?? ''}`} className={styles.part}>
          {title === undefined ? null : (
            <Text as="h3" weight="semibold" className={styles.title}>
              {title}
            </Text>
          )}
          {text === undefined ? null : <Text>{text}</Text>}
          {commands === undefined ? null : (
            <>
              <pre className={styles.commands}>{commands}</pre>
              <div className={styles.copy}>
                <CopyButton text={commands} what="commands" withWord />
              </div>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
