import check from '../../../../src-main/checks/fed/fed-015-name-resolution.check';
import type { DnsAnswer } from '../../../../src-shared/model/evidence/forest';
import { describeCheck, failed, record } from '../check-cases';
import { forest } from '../contoso';
import { federation } from './entra-domains';
import { farmId } from './farm-settings';

const host = 'fs.contoso.com';
const answer = (type: DnsAnswer['type'], result: DnsAnswer['result'], ...values: readonly string[]) =>
  record('dns.answer', `${host} ${type.toLowerCase()}`, { name: host, type, result, values, servers: ['10.0.0.1'] });
const [a, noAlias] = [answer('A', 'answered', '10.0.0.30'), answer('CNAME', 'empty')];
const server = record('ad.servers', forest, {
  total: 1,
  servers: [
    {
      distinguishedName: 'CN=FS',
      objectSid: 'S-1-5-21-1-2-3-4',
      name: 'FS',
      dnsHostName: host,
      operatingSystem: 'Windows Server 2022 Standard',
      enabled: true,
    },
  ],
});

describeCheck(check, [
  {
    name: 'an address without alias',
    evidence: [federation(), a, noAlias],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  {
    name: 'an alias',
    evidence: [federation(), a, answer('CNAME', 'answered', 'lb01.contoso.com')],
    outcome: 'warning',
    severity: 'high',
    says: ['lb01.contoso.com'],
  },
  {
    name: 'no such name',
    evidence: [federation(), answer('A', 'no-such-name'), answer('CNAME', 'no-such-name')],
    outcome: 'fail',
  },
  {
    name: 'no address',
    evidence: [federation(), answer('A', 'empty'), answer('AAAA', 'empty'), noAlias],
    outcome: 'fail',
  },
  { name: 'the name of a server', evidence: [federation(), a, noAlias, server], outcome: 'warning' },
  { name: 'alias not asked for', evidence: [federation(), a], outcome: 'unknown', reason: 'not-collected' },
  {
    name: 'no answer for the address',
    evidence: [federation(), noAlias, failed('dns.answer', `${host} a`, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'no answer for one kind of address, and none of the other',
    evidence: [federation(), noAlias, answer('AAAA', 'empty'), failed('dns.answer', `${host} a`, 'unreachable')],
    outcome: 'unknown',
    reason: 'unreachable',
  },
  {
    name: 'no answer about another name',
    evidence: [federation(), a, noAlias, failed('dns.answer', 'enterpriseregistration.contoso.com a', 'unreachable')],
    outcome: 'pass',
  },
  {
    name: 'the name is that of a service that did not answer',
    evidence: [failed('adfs.tls', host, 'unreachable'), a, noAlias],
    outcome: 'pass',
    objects: { [farmId]: 'pass' },
  },
  { name: 'name not known', evidence: [a, noAlias], outcome: 'unknown', reason: 'not-collected' },
]);
