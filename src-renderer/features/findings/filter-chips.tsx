import {
  Button,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { areas, areaTitles, steps, stepTitles } from '../../../src-shared/model/area';
import { countedAs, countedAsTitles } from '../../../src-shared/model/counted-as';
import { standings, standingTitles } from '../../../src-shared/model/decision-standing';
import { outcomes, outcomeTitles, severities, severityTitles } from '../../../src-shared/model/outcome';
import { FilterMenu } from './filter-menu';
import { emptyFilter, useFindings } from './findings-store';
import type { GroupBy } from './group-rows';
import { isFiltered } from './saved-views';

const useStyles = makeStyles({
  row: {
    ...{ display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap' },
    ...{ border: 'none', margin: 0, padding: 0, minWidth: 0 },
  },
});

const groupTitles: Readonly<Record<GroupBy, string>> = {
  none: 'No groups',
  area: 'Area',
  step: 'Step',
  outcome: 'Outcome',
};
const isGroupBy = (value: string | undefined): value is GroupBy =>
  value !== undefined && Object.hasOwn(groupTitles, value);

/** A chip for each thing findings are filtered by, and how they are grouped. */
export function FilterChips() {
  const styles = useStyles();
  const filter = useFindings((state) => state.filter);
  const groupBy = useFindings((state) => state.groupBy);
  const { setFilter, setGroupBy } = useFindings.getState();
  return (
    <fieldset className={styles.row} aria-label="Filters">
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
  );
}
