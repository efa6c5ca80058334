import { expect, it } from 'vitest';
import { signInAddress } from '../../../src-main/features/run/sign-in-address';
import { type EntraSource, noLiveSources } from '../../../src-shared/model/plan';

const tenant: EntraSource = { id: 'contoso', tenant: 'contoso.com', cloud: 'global', signIn: 'browser' };
const live = { ...noLiveSources, entra: [tenant] };
const page = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize?client_id=1&state=2';

it('opens the sign-in page of a cloud that is read', () => {
  expect(signInAddress(page, live)).toBe(page);
  const gov = { ...live, entra: [{ ...tenant, cloud: 'usgov' as const }] };
  expect(signInAddress(page.replace('.com/contoso', '.us/contoso'), gov)).toContain('login.microsoftonline.us');
});

it.each([
  ['http', page.replace('https:', 'http:')],
  ['another host', page.replace('login.microsoftonline.com', 'login.microsoftonline.com.evil.test')],
  ['a user in front of the host', page.replace('https://', 'https://login.microsoftonline.com@evil.test/')],
  ['a user at the right host', page.replace('https://', 'https://user:secret@')],
  ['another port', page.replace('.com/', '.com:8443/')],
  ['another page', page.replace('authorize', 'logout')],
  ['a path below it', page.replace('authorize', 'authorize/x')],
  ['another cloud', page.replace('.com/contoso', '.us/contoso')],
  ['a fragment', `${page}#x`],
  ['a file', 'file:///etc/passwd'],
  ['a program', 'ms-settings:privacy'],
  ['no address', 'login.microsoftonline.com'],
])('does not open %s', (_what, url) => {
  expect(signInAddress(url, live)).toBeUndefined();
});

it('opens nothing when no tenant is signed in to in the browser', () => {
  expect(signInAddress(page, noLiveSources)).toBeUndefined();
  expect(signInAddress(page, { ...live, entra: [{ ...tenant, signIn: 'device-code' }] })).toBeUndefined();
});
