import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type HelpTopic, helpGroups, helpGroupTitles } from '../../../src-shared/help/help-topic';
import { bareRow } from '../../theme/bare-button';
import { surface } from '../../theme/surfaces';

const useStyles = makeStyles({
  group: { margin: '10px 0 4px', color: tokens.colorNeutralForeground2, display: 'block' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  topic: {
    ...bareRow,
    width: '100%',
    minHeight: '30px',
    padding: '4px 8px',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 30px',
  },
  chosen: {
    backgroundColor: surface.selected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
});

interface TopicListProps {
  readonly topics: readonly HelpTopic[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Pages by group; a group without pages is left out. */
export function TopicList({ topics, chosenId, onChoose }: TopicListProps) {
  const styles = useStyles();
  if (topics.length === 0) return <Text>No page has all these words. Try fewer, or a check’s id.</Text>;
  return (
    <nav aria-label="Help pages">
      {helpGroups.map((group) => {
        const members = topics.filter((topic) => topic.group === group);
        if (members.length === 0) return null;
        return (
          <section key={group} aria-label={helpGroupTitles[group]}>
            <Text weight="semibold" size={200} className={styles.group}>
              {helpGroupTitles[group]}
            </Text>
            <ul className={styles.list}>
              {members.map(({ id, title }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={mergeClasses(styles.topic, id === chosenId && styles.chosen)}
                    {...(id === chosenId ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => onChoose(id)}
                  >
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
