import { afterEach, expect, it } from 'vitest';
import controllerStateProbe from '../../src-main/probes/ldap/controller-state.probe';
import { known } from '../unit/probes/servers/run-probe';
import { collectAll, labSources } from './collect-target';
import { testLab } from './test-lab';

const lab = testLab();
afterEach(() => lab.reset());

const controllers = known('ad.domain-controllers', lab.dc.domain, {
  controllers: [{ distinguishedName: lab.dc.dn, objectGuid: '1', dnsHostName: lab.dc.hostName, readOnly: false }],
});
const ask = () =>
  collectAll(controllerStateProbe, labSources(lab, { domainControllerCertificates: true }), {
    evidence: [controllers],
  });

it('reads what a domain controller says of itself to everybody, and sees its Kerberos port', async () => {
  const { draft, failure } = await ask();
  expect(failure).toBeUndefined();
  expect(draft('ad.controller-state')).toMatchObject({
    status: 'complete',
    target: lab.dc.hostName,
    data: {
      isSynchronized: true,
      isGlobalCatalogReady: true,
      kerberosPort: 'open',
      serverName: expect.stringContaining(`CN=Sites,${lab.dc.configurationDn}`),
    },
  });
  expect(Math.abs(draft('ad.controller-state')?.data?.clockSkewSeconds ?? 999)).toBeLessThan(5);
});

it('tells an open Kerberos port from a certificate that is not to be trusted', async () => {
  await lab.switchDcCertificate('expired');
  const { draft } = await ask();
  expect(draft('ad.controller-state')).toMatchObject({
    status: 'partial',
    data: { kerberosPort: 'open' },
    failure: { code: 'tls-certificate-expired' },
  });
});

it('knows nothing about a domain controller that is down', async () => {
  await lab.stopDc();
  const { draft, failure } = await ask();
  expect([draft('ad.controller-state')?.status, draft('ad.controller-state')?.data?.kerberosPort, failure]).toEqual([
    'partial',
    'refused',
    undefined,
  ]);
});
