import { Button, makeStyles } from '@fluentui/react-components';
import { type Outcome, outcomeTitles } from '../../../../src-shared/model/outcome';
import { isOpen } from '../../../../src-shared/model/review';
import { ListSearch } from '../../../ui/list-search';
import { FilterMenu } from '../filter-menu';

const useStyles = makeStyles({ bar: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' } });

interface ObjectFiltersProps {
  /** Outcomes that the objects have. */
  readonly known: readonly Outcome[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** Outcomes to show; empty = all. */
  readonly chosen: readonly Outcome[];
  readonly onChosen: (chosen: readonly Outcome[]) => void;
  readonly onChooseAll: () => void;
}

/** What is shown of a finding's objects, and the way to decide on all of these together. */
export function ObjectFilters({ known, search, onSearch, chosen, onChosen, onChooseAll }: ObjectFiltersProps) {
  const styles = useStyles();
  const canChoose = known.some((outcome) => isOpen(outcome) && (chosen.length === 0 || chosen.includes(outcome)));
  const isFiltered = search.trim() !== '' || chosen.length > 0;
  return (
    <div className={styles.bar}>
      <ListSearch label="Search objects" value={search} onChange={onSearch} />
      <FilterMenu
        name="Outcome of objects"
        options={known}
        titles={outcomeTitles}
        chosen={chosen}
        onChange={onChosen}
      />
      {canChoose ? (
        <Button size="small" appearance="subtle" onClick={onChooseAll}>
          {isFiltered ? 'Choose all that match' : 'Choose all'}
        </Button>
      ) : null}
    </div>
  );
}
