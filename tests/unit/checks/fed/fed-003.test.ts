import check from '../../../../src-main/checks/fed/fed-003-no-cloud-sign-in.check';
import { describeCheck, record } from '../check-cases';
import { domains, entraDomain } from './entra-domains';

const contoso = entraDomain('contoso.com');
const agent = (state: string) =>
  record('host.services', 'aadc01.contoso.com', {
    host: 'aadc01.contoso.com',
    services: [{ name: 'AzureADConnectAuthenticationAgent', state }],
  });
const hashes = record('entra.synchronization', 'tenant', { features: { passwordSyncEnabled: true } });

describeCheck(check, [
  { name: 'federated', evidence: [domains(contoso)], outcome: 'pass', objects: { 'entra-domain:contoso.com': 'pass' } },
  {
    name: 'federated with hashes as backup',
    evidence: [domains(contoso), hashes],
    outcome: 'pass',
    says: ['sound backup'],
  },
  {
    name: 'one of two is managed',
    evidence: [domains(contoso, entraDomain('fabrikam.com', 'Managed'))],
    outcome: 'warning',
    severity: 'low',
    says: ['fabrikam.com'],
  },
  {
    name: 'all managed',
    evidence: [domains(entraDomain('contoso.com', 'Managed'))],
    outcome: 'fail',
    severity: 'blocker',
  },
  {
    name: 'an agent without use',
    evidence: [domains(contoso), agent('Running')],
    outcome: 'warning',
    says: ['aadc01.contoso.com'],
  },
  { name: 'an agent that is stopped', evidence: [domains(contoso), agent('Stopped')], outcome: 'pass' },
  {
    name: 'only the initial domain',
    evidence: [domains(entraDomain('contoso.onmicrosoft.com', 'Managed', { isInitial: true }))],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
