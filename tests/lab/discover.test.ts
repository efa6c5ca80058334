import { expect, it } from 'vitest';
import { discover } from '../../src-main/probes/dns/discover';
import { testLab } from './test-lab';

const lab = testLab();
const job = () => ({ signal: new AbortController().signal, phase: () => undefined });

it('finds the domain controllers by their service records', async () => {
  const { domainControllers, queries } = await discover(lab.dc.domain, lab.dc.address, job());
  const hosts = [lab.dc.hostName, lab.dc2.hostName];
  expect([...domainControllers].sort((a, b) => (a.host < b.host ? -1 : 1))).toEqual(
    hosts.map((host) => ({ host, port: 389 })),
  );
  expect(queries[0]).toMatchObject({
    name: `_ldap._tcp.dc._msdcs.${lab.dc.domain}`,
    type: 'SRV',
    server: lab.dc.address,
  });
  for (const host of hosts) expect(queries[0]?.result).toContain(`${host}:389`);
});

it('makes no guess about the federation service', async () => {
  const { federationService, queries } = await discover(lab.dc.domain, lab.dc.address, job());
  expect(queries[1]?.type).toBe('CNAME');
  expect(federationService === null || queries[1]?.result === federationService).toBe(true);
});

it('tells a domain that does not exist', async () => {
  const { domainControllers, queries } = await discover(`nothing.${lab.dc.domain}`, lab.dc.address, job());
  expect(domainControllers).toEqual([]);
  expect(queries.map(({ result }) => result)).toEqual(Array(2).fill('The name does not exist (NXDOMAIN).'));
});

it('tells a server that does not answer from a name that does not exist', async () => {
  const { queries } = await discover(lab.dc.domain, lab.web.address, job());
  expect(queries[0]?.result).toMatch(/^No answer: the query failed \(ECONNREFUSED\)/u);
});

it('wants an address for the DNS server', async () => {
  await expect(discover(lab.dc.domain, 'dns.contoso.test', job())).rejects.toMatchObject({
    failure: { code: 'dns-server-invalid' },
  });
});
