import { useState } from 'react';
import { areaTitles } from '../../../src-shared/model/area';
import { useCatalogue } from '../../shell/catalogue-store';
import { plainTitle } from '../../text/plain-title';
import { quantity } from '../../text/quantity';
import { AppDialog } from '../../ui/app-dialog';
import { DataTable } from '../../ui/data-table';
import { ListSearch } from '../../ui/list-search';
import { SeverityTag } from '../../ui/severity-tag';

/** Checks of the catalogue that this version does not judge: to be judged by hand. */
export function NotJudgedDialog({ onClose }: { readonly onClose: () => void }) {
  const checks = useCatalogue((state) => state.checks);
  const [search, setSearch] = useState('');
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const rows = checks
    .filter((check) => !check.implemented)
    .filter((check) =>
      words.every((word) => `${check.id} ${check.title} ${areaTitles[check.area]}`.toLowerCase().includes(word)),
    );
  return (
    <AppDialog title="Not judged by this version" size="wide" onClose={onClose}>
      <span>Judge these by hand. The report lists them too, so that nobody takes silence for a pass.</span>
      <ListSearch label="Search checks" value={search} onChange={setSearch} />
      <span role="status">{rows.length === 0 ? `No check matches “${search}”.` : quantity(rows.length, 'check')}</span>
      {rows.length === 0 ? null : (
        <DataTable
          label="Checks that are not judged"
          columns={['Id', 'Check', 'Area', 'Severity']}
          rows={rows.map((check) => ({
            key: check.id,
            cells: [
              check.id,
              plainTitle(check.title),
              areaTitles[check.area],
              <SeverityTag key="severity" severity={check.severity} />,
            ],
          }))}
        />
      )}
    </AppDialog>
  );
}
