import { makeStyles, ToggleButton } from '@fluentui/react-components';
import { Filter20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ChoiceBar } from '../../ui/choice-bar';
import { ListSearch } from '../../ui/list-search';
import { useShortWindow } from '../../ui/use-short-window';
import { FilterChips } from './filter-chips';
import { useFindings } from './findings-store';
import { isFiltered, savedViews, viewOf } from './saved-views';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0 },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  search: { flex: '0 1 320px', minWidth: '180px' },
  toggle: { minWidth: 0 },
});

/** Saved views, search, filter chips and grouping of the findings list. In a low window all but the search is unfolded on demand. */
export function FilterBar() {
  const styles = useStyles();
  const isShort = useShortWindow();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const filter = useFindings((state) => state.filter);
  const { setFilter } = useFindings.getState();
  const search = (
    <div className={styles.search}>
      <ListSearch label="Search findings" value={filter.search} onChange={(text) => setFilter({ search: text })} />
    </div>
  );
  const views = (
    <ChoiceBar
      label="Saved views"
      choices={savedViews.map(({ title }) => ({ value: title, title }))}
      chosen={viewOf(filter)?.title}
      onChoose={(title) => setFilter(savedViews.find((view) => view.title === title)?.filter ?? {})}
    />
  );
  if (!isShort) {
    return (
      <div className={styles.root}>
        <div className={styles.row}>
          {views}
          {search}
        </div>
        <FilterChips />
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        {search}
        <ToggleButton
          className={styles.toggle}
          icon={<Filter20Regular />}
          checked={isUnfolded}
          aria-expanded={isUnfolded}
          onClick={() => setIsUnfolded(!isUnfolded)}
        >
          {isFiltered({ ...filter, search: '' }) ? `Filters: ${viewOf(filter)?.title ?? 'chosen'}` : 'Filters'}
        </ToggleButton>
      </div>
      {isUnfolded ? views : null}
      {isUnfolded ? <FilterChips /> : null}
    </div>
  );
}
