import { SearchBox } from '@fluentui/react-components';

interface ListSearchProps {
  /** Accessible name, e.g. "Search findings". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** The search of a list; Ctrl+F goes here (see `focusListSearch`). */
export function ListSearch({ label, value, onChange, placeholder }: ListSearchProps) {
  return (
    <SearchBox
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value}
      onChange={(_event, data) => onChange(data.value)}
      input={{ 'data-list-search': '', maxLength: 200 } as object}
    />
  );
}

/** Focuses the search of the list that has the focus, else the first on the screen; false when the screen has none. */
export function focusListSearch(): boolean {
  const nearest = document.activeElement?.closest('[data-list]')?.querySelector<HTMLInputElement>('[data-list-search]');
  const input = nearest ?? document.querySelector<HTMLInputElement>('main [data-list-search]');
  input?.focus();
  input?.select();
  return input !== null && input !== undefined;
}
