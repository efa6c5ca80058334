const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** What is wrong with a typed host name or address. */
export const hostProblem = (text: string): string | undefined =>
  /^[A-Za-z0-9._:-]{1,255}$/u.test(text.trim()) ? undefined : 'Enter a host name or an IP address.';

/** Host names of a text that separates them by commas, semicolons or spaces. */
export const hostList = (text: string): string[] => text.split(/[\s,;]+/u).filter((part) => part !== '');

/** What is wrong with a typed list of host names; an empty one is in order. */
export function hostListProblem(text: string): string | undefined {
  const hosts = hostList(text);
  if (hosts.length > 50) return 'Enter at most 50 names.';
  return hosts.some((host) => hostProblem(host) !== undefined)
    ? 'Enter host names separated by commas, such as fs01.contoso.com, fs02.contoso.com.'
    : undefined;
}

/** What is wrong with a typed port; empty means the usual one. */
export function portProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  const port = Number(text);
  return Number.isInteger(port) && port >= 1 && port <= 65535
    ? undefined
    : 'Enter a port from 1 to 65535, or nothing for the usual one.';
}

/** A port field's text as it is stored. */
export const portOf = (text: string): { readonly port?: number } => (text.trim() === '' ? {} : { port: Number(text) });

/** What is wrong with the name of the reading account. */
export const userProblem = (text: string): string | undefined =>
  /^([^@\s]+@[^@\s]+|[^\\\s]+\\[^\\\s]+)$/u.test(text.trim())
    ? undefined
    : 'Enter a UPN (reader@contoso.com) or DOMAIN\\name.';

/** What is wrong with the id or domain of a tenant. */
export const tenantProblem = (text: string): string | undefined =>
  guid.test(text.trim()) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(text.trim())
    ? undefined
    : 'Enter the tenant id or one of its domains, such as contoso.com.';

/** What is wrong with an application id; empty means the usual application. */
export const clientIdProblem = (text: string): string | undefined =>
  text.trim() === '' || guid.test(text.trim())
    ? undefined
    : 'Enter the application (client) id, or nothing for the usual application.';

/** Props of a Fluent `Field` that shows a problem. */
export const showProblem = (problem: string | undefined) =>
  problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const };
