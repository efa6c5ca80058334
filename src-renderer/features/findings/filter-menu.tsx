import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';

interface FilterMenuProps<T extends string> {
  /** "Area", "Severity" … */
  readonly name: string;
  readonly options: readonly T[];
  readonly titles: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: T[]) => void;
}

/** A filter chip: shows what is chosen and opens the list of values; nothing chosen means all. */
export function FilterMenu<T extends string>({ name, options, titles, chosen, onChange }: FilterMenuProps<T>) {
  const [only] = chosen;
  const words =
    only === undefined ? name : chosen.length === 1 ? `${name}: ${titles[only]}` : `${name}: ${chosen.length} chosen`;
  return (
    <Menu
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_event, data) => onChange(options.filter((option) => data.checkedItems.includes(option)))}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" shape="circular" appearance={only === undefined ? 'outline' : 'primary'}>
          {words}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {options.map((option) => (
            <MenuItemCheckbox key={option} name="chosen" value={option}>
              {titles[option]}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
