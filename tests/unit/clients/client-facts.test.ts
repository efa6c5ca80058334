import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDsregcmd } from '../../../src-main/evidence/dsregcmd';
import type { DescribedCertificate } from '../../../src-shared/model/evidence/host';
import { certificate } from '../checks/pki/authorities';
import { events, factsOf, ready, status, userStore } from './known';

const event = (id: number, parameters: readonly string[], time = '2026-11-22T08:00:00.000Z') => ({
  id,
  time,
  parameters,
});
/** As Windows writes event 362: a sentence, then one answer a prerequisite. */
const notForCertificate = (template: string, words = ['Yes', 'No']) => [
  ...['Windows Hello for Business provisioning will not be launched.', words[0] ?? '', words[0] ?? '', words[0] ?? ''],
  ...[
    words[0] ?? '',
    words[0] ?? '',
    words[0] ?? '',
    words[0] ?? '',
    'Not Tested',
    template,
    words[1] ?? '',
    'enrollment authority',
  ],
];

describe('facts of a client', () => {
  it('are those of a true capture', () => {
    const bytes = readFileSync('tests/fixtures/samples/dsregcmd/08-mslearn-doc-hybridadfs-composite.txt');
    const { status: read } = parseDsregcmd(bytes, 'pc1');
    expect(factsOf({ ...status('pc1', {}), data: read } as ReturnType<typeof status>)).toEqual({
      AzureAdJoined: 'YES',
      DomainJoined: 'YES',
      DeviceAuthStatus: 'SUCCESS',
      AzureAdPrt: 'NO',
      EnterprisePrt: 'YES',
      NgcSet: 'YES',
      IsDeviceJoined: 'YES',
      IsUserAzureAD: 'YES',
      PolicyEnabled: 'YES',
      PostLogonEnabled: 'YES',
      DeviceEligible: 'YES',
      CertEnrollment: 'enrollment authority',
      AdfsRefreshToken: 'YES',
      AdfsRaIsReady: 'YES',
      LogonCertTemplateReady: 'YES ( StateReady )',
      PreReqResult: 'WillProvision',
      Codes: '0xc000006d',
    });
  });

  it('leave out what differs between releases, and what is no answer', () => {
    expect(
      factsOf(status('pc1', { LogonCertTemplateReady: 'No ( 1 : StateNoPolicy )', AdfsRaIsReady: 'UNKNOWN' })),
    ).toEqual({
      LogonCertTemplateReady: 'NO ( StateNoPolicy )',
    });
  });

  it('come from event 362 by position when the capture does not tell', () => {
    const facts = factsOf(
      status('PC1.contoso.com', { AzureAdJoined: 'YES', NgcSet: 'NO' }),
      events(
        'pc1',
        event(362, notForCertificate('No ( 1 : StateNoPolicy )')),
        event(358, [], '2026-11-22T07:00:00.000Z'),
      ),
    );
    expect(facts).toEqual({
      AzureAdJoined: 'YES',
      NgcSet: 'NO',
      IsDeviceJoined: 'YES',
      IsUserAzureAD: 'YES',
      PolicyEnabled: 'YES',
      PostLogonEnabled: 'YES',
      DeviceEligible: 'YES',
      LogonCertTemplateReady: 'NO ( StateNoPolicy )',
      AdfsRefreshToken: 'NO',
      PreReqResult: 'WillNotProvision',
    });
  });

  it('do not guess words of other languages', () => {
    const words = notForCertificate('Nein ( 1 : StateNoPolicy )', ['Ja', 'Nein']);
    const facts = factsOf(status('pc1', {}), events('pc1.contoso.com', event(362, words)));
    expect(facts.PreReqResult).toBe('WillNotProvision');
    expect(facts.AdfsRefreshToken).toBeUndefined();
    expect(facts.PolicyEnabled).toBeUndefined();
  });

  it('prefer what is printed, and events of other logs and other machines do not count', () => {
    const other = events('pc2', event(362, notForCertificate('No ( 1 : StateNoPolicy )')));
    expect(factsOf(status('pc1', ready), events('pc1', event(362, [])), other).PreReqResult).toBe('WillProvision');
    expect(factsOf(status('pc1', {}), other)).toEqual({});
  });

  it('tell whether a key has its certificate, as far as the store was read', () => {
    const done = status('pc1', { NgcSet: 'YES' });
    const provider = 'Microsoft Passport Key Storage Provider';
    const held = { certificate: certificate({}), hasPrivateKey: true };
    expect(factsOf(done).SignInCertificate).toBeUndefined();
    expect(factsOf(done, userStore('pc1', [])).SignInCertificate).toBe('none');
    expect(factsOf(done, userStore('pc1', [{ ...held, provider }])).SignInCertificate).toBe('present');
    expect(factsOf(done, userStore('pc1', [held])).SignInCertificate).toBeUndefined();
    const described = (...all: readonly DescribedCertificate[]) =>
      factsOf(done, userStore('pc1', [], all)).SignInCertificate;
    expect(described({ provider })).toBe('present');
    expect(described({ provider: 'Microsoft Software Key Storage Provider' }, { hasPrivateKey: false })).toBe('none');
    expect(described({ thumbprint: 'D1'.repeat(20) })).toBeUndefined();
    expect(factsOf(status('pc1', { NgcSet: 'NO' }), userStore('pc1', [])).SignInCertificate).toBeUndefined();
  });

  it('of a capture in a remote session say only that', () => {
    expect(factsOf(status('pc1', { SessionIsNotRemote: 'NO' })).Capture).toContain('remote session');
  });
});
