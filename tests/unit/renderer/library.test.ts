import { expect, test } from 'vitest';
import { filterEntries } from '../../../src-renderer/features/library/filter-entries';
import type { LibraryEntry } from '../../../src-shared/model/engagement';

const entry = (name: string, customer: string, lastOpenedAt: string): LibraryEntry => ({
  path: `/data/${name}.preflight`,
  name,
  customer,
  lastOpenedAt,
  sizeBytes: 1,
  archived: false,
  state: 'available',
});
const entries = [
  entry('Contoso 2026-05', 'Contoso', '2026-05-01T00:00:00Z'),
  entry('Fabrikam 2026-11', 'Fabrikam', '2026-11-01T00:00:00Z'),
  entry('Contoso 2026-11', 'Contoso', '2026-11-20T00:00:00Z'),
];
const names = (search: string) => filterEntries(entries, search).map((found) => found.name);

test('the one opened last comes first', () =>
  expect(names('')).toEqual(['Contoso 2026-11', 'Fabrikam 2026-11', 'Contoso 2026-05']));
test('every word must occur, in name, customer or path', () => {
  expect(names('CONTOSO 11')).toEqual(['Contoso 2026-11']);
  expect(names('data preflight fabri')).toEqual(['Fabrikam 2026-11']);
  expect(names('northwind')).toEqual([]);
});
