import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { searchHelp } from '../../../src-shared/help/search-help';
import { useCatalogue } from '../../shell/catalogue-store';
import { useNavigation } from '../../shell/navigation-store';
import { quantity } from '../../text/quantity';
import { ListSearch } from '../../ui/list-search';
import { Page } from '../../ui/page';
import { CheckPage } from './check-page';
import { TopicList } from './topic-list';
import { TopicPage } from './topic-page';
import { useTopics } from './use-topics';

const narrow = '@media (max-width: 860px)';

const useStyles = makeStyles({
  split: {
    display: 'flex',
    gap: '16px',
    flex: 1,
    minHeight: '240px',
    [narrow]: { flexDirection: 'column', flex: 'none' },
  },
  side: { flex: '0 0 300px', display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0 },
  list: { overflowY: 'auto', flex: 1, minHeight: 0, [narrow]: { maxHeight: '240px' } },
  page: {
    flex: 1,
    minWidth: 0,
    overflowY: 'auto',
    padding: '16px 20px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The help, all of it in the app: pages on the left, found by words, and the chosen one beside them. */
export function HelpScreen({ topicId }: { readonly topicId: string | undefined }) {
  const styles = useStyles();
  const replace = useNavigation((state) => state.replace);
  const checks = useCatalogue((state) => state.byId);
  const topics = useTopics();
  const [search, setSearch] = useState('');
  const found = useMemo(() => searchHelp(topics, search), [topics, search]);
  const chosen = topics.find(({ id }) => id === topicId) ?? topics[0];
  const check = chosen === undefined ? undefined : checks.get(chosen.id);
  // A link leads to a page, so its title is where reading goes on.
  useEffect(() => {
    if (topicId !== undefined) document.getElementById('help-title')?.focus({ preventScroll: true });
  }, [topicId]);
  return (
    <Page
      title="Help"
      name="help"
      layout="fill"
      ready={topics.length > 0}
      intro="Everything here is part of the app; nothing is read from the internet."
    >
      <div className={styles.split}>
        <div className={styles.side} data-list="">
          <ListSearch label="Search the help" value={search} onChange={setSearch} />
          <Text size={200} role="status">
            {search.trim() === '' ? quantity(found.length, 'page') : `${quantity(found.length, 'page')} found`}
          </Text>
          <div className={styles.list}>
            <TopicList
              topics={found}
              chosenId={chosen?.id}
              onChoose={(id) => replace({ screen: 'help', topicId: id })}
            />
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section key={chosen?.id} className={styles.page} tabIndex={0} aria-label="Help page">
          {check === undefined ? null : <CheckPage check={check} />}
          {check === undefined && chosen !== undefined ? <TopicPage topic={chosen} /> : null}
        </section>
      </div>
    </Page>
  );
}
