import {
  Button,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { areas, areaTitles, steps, stepTitles } from '../../../src-shared/model/area';
import { countedAs, countedAsTitles } from '../../../src-shared/model/counted-as';
import { standings, standingTitles } from '../../../src-shared/model/decision-standing';
import { outcomes, outcomeTitles, severities, severityTitles } from '../../../src-shared/model/outcome';
import { ChoiceBar } from '../../ui/choice-bar';
import { ListSearch } from '../../ui/list-search';
import { FilterMenu } from './filter-menu';
import { emptyFilter, useFindings } from './findings-store';
import type { GroupBy } from './group-rows';
import { isFiltered, savedViews, viewOf } from './saved-views';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
  plain: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  search: { flex: '0 1 320px', minWidth: '180px' },
});

const groupTitles: Readonly<Record<GroupBy, string>> = {
  none: 'No groups',
  area: 'Area',
  step: 'Step',
  outcome: 'Outcome',
};
const isGroupBy = (value: string | undefined): value is GroupBy =>
  value !== undefined && Object.hasOwn(groupTitles, value);

/** Saved views, search, filter chips and grouping of the findings list. */
export function FilterBar() {
  const styles = useStyles();
  const filter = useFindings((state) => state.filter);
  const groupBy = useFindings((state) => state.groupBy);
  const { setFilter, setGroupBy } = useFindings.getState();
  const showView = (title: string): void => {
    const chosen = savedViews.find((candidate) => candidate.title === title);
    if (chosen !== undefined) setFilter(chosen.filter);
  };
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <ChoiceBar
          label="Saved views"
          choices={savedViews.map(({ title }) => ({ value: title, title }))}
          chosen={viewOf(filter)?.title}
          onChoose={showView}
        />
        <div className={styles.search}>
          <ListSearch label="Search findings" value={filter.search} onChange={(search) => setFilter({ search })} />
        </div>
      </div>
      <fieldset className={mergeClasses(styles.row, styles.plain)} aria-label="Filters">
        <FilterMenu
          name="Outcome"
          options={outcomes}
          titles={outcomeTitles}
          chosen={filter.outcomes}
          onChange={(chosen) => setFilter({ outcomes: chosen })}
        />
        <FilterMenu
          name="Severity"
          options={severities}
          titles={severityTitles}
          chosen={filter.severities}
          onChange={(chosen) => setFilter({ severities: chosen })}
        />
        <FilterMenu
          name="Counts as"
          options={countedAs}
          titles={countedAsTitles}
          chosen={filter.countedAs}
          onChange={(chosen) => setFilter({ countedAs: chosen })}
        />
        <FilterMenu
          name="Area"
          options={areas}
          titles={areaTitles}
          chosen={filter.areas}
          onChange={(chosen) => setFilter({ areas: chosen })}
        />
        <FilterMenu
          name="Step"
          options={steps}
          titles={stepTitles}
          chosen={filter.steps}
          onChange={(chosen) => setFilter({ steps: chosen })}
        />
        <FilterMenu
          name="Decision"
          options={standings}
          titles={standingTitles}
          chosen={filter.standings}
          onChange={(chosen) => setFilter({ standings: chosen })}
        />
        <Menu
          checkedValues={{ group: [groupBy] }}
          onCheckedValueChange={(_event, data) => {
            const [chosen] = data.checkedItems;
            if (isGroupBy(chosen)) setGroupBy(chosen);
          }}
        >
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small" appearance="subtle">
              {groupBy === 'none' ? 'Group' : `Grouped by ${groupTitles[groupBy].toLowerCase()}`}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {Object.entries(groupTitles).map(([value, title]) => (
                <MenuItemRadio key={value} name="group" value={value}>
                  {title}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
        {isFiltered(filter) ? (
          <Button size="small" appearance="subtle" onClick={() => setFilter(emptyFilter)}>
            Clear filters
          </Button>
        ) : null}
      </fieldset>
    </div>
  );
}
