import { organisation } from '../../organisation.mjs';

/** An organisation about which almost nothing could be collected: one client, half an export, a refused collector, empty answers. */
export const tailspin = organisation({
  id: 'tailspin',
  seed: 'tailspin/',
  instant: new Date('2026-11-19T12:00:00Z'),
  domain: {
    dns: 'corp.tailspintoys.com',
    netbios: 'TAILSPIN',
    sid: 'S-1-5-21-3391864407-908154326-2755820119',
    created: '2011-05-16T09:14:20Z',
  },
  tenant: {
    id: 'e2a80f6b-37c5-4d19-b4e8-90d1f5a7c3b6',
    name: 'Tailspin Toys',
    initial: 'tailspintoys.onmicrosoft.com',
    country: 'GB',
  },
  federation: { host: 'fs.tailspintoys.com' },
  units: { workstations: 'OU=PCs' },
  schema: { version: '69' },
  client: {
    name: 'TSPC-014',
    file: 'TSPC-014.txt',
    person: { login: 'r.holt', upn: 'r.holt@tailspintoys.com' },
    signedIn: '2026-11-19T08:47:52Z',
    registered: '2026-02-11T09:31:04Z',
  },
  collector: { server: 'ADFS', by: 'svc-helpdesk', at: '2026-11-19T10:02:37.4100000Z' },
});
