import { describe, expect, it } from 'vitest';
import {
  accountsOf,
  directorySourceSchema,
  liveSourcesSchema,
  noLiveSources,
  proxyCredential,
  takesPassword,
} from '../../../src-shared/model/plan';

const server = { id: 'dc1', server: 'dc1.contoso.com' };
const problemsOf = (source: object): string =>
  directorySourceSchema
    .safeParse(source)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ') ?? '';

describe('sign-in of a directory source', () => {
  it('is by password when nothing is said, as in plans of earlier releases', () => {
    const source = directorySourceSchema.parse({ ...server, user: 'reader@contoso.com' });
    expect(source).toEqual({ ...server, security: 'ldaps', signIn: 'password', user: 'reader@contoso.com' });
    expect(takesPassword(source)).toBe(true);
  });

  it('needs neither user nor password with Kerberos', () => {
    const source = directorySourceSchema.parse({ ...server, signIn: 'kerberos' });
    expect(source).toEqual({ ...server, security: 'ldaps', signIn: 'kerberos' });
    expect(takesPassword(source)).toBe(false);
  });

  it.each([
    ['no user for a password', { ...server, signIn: 'password' }, /user: /u],
    ['no user when nothing is said', server, /user: /u],
    ['an empty user', { ...server, user: '' }, /user: /u],
    ['a user beside a ticket', { ...server, signIn: 'kerberos', user: 'reader@contoso.com' }, /"user"/u],
    ['a password beside a ticket', { ...server, signIn: 'kerberos', passwordEnv: 'SECRET' }, /"passwordEnv"/u],
    ['another way', { ...server, signIn: 'ntlm', user: 'reader' }, /signIn: .*'password'.*'kerberos'/u],
  ])('refuses %s', (_what, source, expected) => {
    expect(problemsOf(source)).toMatch(expected);
  });
});

describe('accountsOf', () => {
  const proxy = { host: 'proxy.contoso.com', port: 8080, revocation: false };
  it('asks for the password of the proxy when it has an account', () => {
    const live = liveSourcesSchema.parse({
      directory: [{ id: 'dc1', server: 'dc1.contoso.com', user: 'reader@contoso.com', passwordEnv: 'DC1' }],
      proxy: { ...proxy, user: 'reader', passwordEnv: 'PROXY' },
    });
    expect(accountsOf(live)).toEqual([
      { id: 'dc1', user: 'reader@contoso.com', at: 'dc1.contoso.com', passwordEnv: 'DC1' },
      { id: proxyCredential, user: 'reader', at: 'proxy.contoso.com', passwordEnv: 'PROXY' },
    ]);
    expect(accountsOf({ ...noLiveSources, proxy })).toEqual([]);
  });
  it('no source can have the id of the proxy, and no user name a colon', () => {
    expect(liveSourcesSchema.safeParse({ adfs: [{ id: proxyCredential, host: 'fs.contoso.com' }] }).success).toBe(
      false,
    );
    expect(liveSourcesSchema.safeParse({ proxy: { ...proxy, user: 'a:b' } }).success).toBe(false);
  });
});
