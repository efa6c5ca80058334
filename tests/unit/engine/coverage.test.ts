import { describe, expect, it } from 'vitest';
import { contactsOf, previewCoverage } from '../../../src-main/engine/coverage';
import { type LiveSources, noLiveSources } from '../../../src-shared/model/plan';
import { defaultScope } from '../../../src-shared/model/scope';

const directory: LiveSources['directory'] = [
  { id: 'dc1', server: 'dc1.contoso.test', security: 'ldaps', signIn: 'kerberos' },
];
const decidable = (live: Partial<LiveSources>): number =>
  previewCoverage(defaultScope, { ...noLiveSources, ...live }).decidable;

describe('what live sources decide', () => {
  it('is nothing without any', () => expect(decidable({})).toBe(0));

  it.each([
    'revocationLists',
    'domainControllerCertificates',
    'authorityInformation',
    'enrolmentEndpoints',
    'dns',
    'cloudEndpoints',
  ] as const)('is more with %s, and never less', (name) => {
    expect(decidable({ directory, [name]: true })).toBeGreaterThanOrEqual(decidable({ directory }));
  });

  it.each([
    'dns',
    'cloudEndpoints',
    'domainControllerCertificates',
    'enrolmentEndpoints',
    'authorityInformation',
  ] as const)('is contacted for %s only when it is chosen', (name) => {
    const without = contactsOf({ ...noLiveSources, directory }).length;
    expect(contactsOf({ ...noLiveSources, directory, [name]: true }).length).toBeGreaterThan(without);
  });
});

it('names the Kerberos servers when a ticket is used, and no user', () => {
  const contacts = contactsOf({ ...noLiveSources, directory });
  expect(contacts.map(({ protocol }) => protocol)).toContain('Kerberos');
  expect(contacts.map(({ sends }) => sends).join(' ')).not.toContain('password');
});
