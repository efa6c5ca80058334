import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { Library20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { LibraryEntry } from '../../../src-shared/model/engagement';
import { EmptyState } from '../../ui/empty-state';
import { ListSearch } from '../../ui/list-search';
import { filterEntries } from './filter-entries';
import { LibraryRow, type LibraryRowActions } from './library-row';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  search: { width: 'min(360px, 100%)' },
});

interface LibraryListProps extends LibraryRowActions {
  readonly entries: readonly LibraryEntry[];
  /** Path of the engagement open in this window. */
  readonly openPath: string | undefined;
}

/** The engagements with their search, newest first. */
export function LibraryList({ entries, openPath, ...actions }: LibraryListProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const shown = filterEntries(entries, search);
  const current = shown.filter((entry) => !entry.archived);
  const archived = shown.filter((entry) => entry.archived);
  const rows = { openPath, ...actions };
  return (
    <>
      <div className={styles.search}>
        <ListSearch label="Search engagements" value={search} onChange={setSearch} />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<Library20Regular />}
          title={`No engagement matches “${search}”`}
          actions={<Button onClick={() => setSearch('')}>Clear the search</Button>}
        >
          Names, customers and file paths are searched.
        </EmptyState>
      ) : current.length === 0 ? (
        <Text>{search === '' ? 'All engagements are archived.' : 'Only archived engagements match.'}</Text>
      ) : (
        <Rows label="Engagements" entries={current} {...rows} />
      )}
      {archived.length === 0 ? null : <Archive entries={archived} isSearched={search !== ''} {...rows} />}
    </>
  );
}

interface ArchiveProps extends LibraryListProps {
  /** While something is searched for, nothing that matches is hidden. */
  readonly isSearched: boolean;
}

function Archive({ isSearched, ...rows }: ArchiveProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Accordion
      collapsible
      openItems={isSearched || isOpen ? ['archived'] : []}
      onToggle={(_event, data) => setIsOpen(data.openItems.length > 0)}
    >
      <AccordionItem value="archived">
        <AccordionHeader as="h2">Archived ({rows.entries.length})</AccordionHeader>
        <AccordionPanel>
          <Rows label="Archived engagements" {...rows} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Rows({ label, entries, openPath, ...actions }: LibraryListProps & { readonly label: string }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={label}>
      {entries.map((entry) => (
        <LibraryRow key={entry.path} entry={entry} isOpen={entry.path === openPath} {...actions} />
      ))}
    </ul>
  );
}
