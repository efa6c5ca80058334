import check from '../../../../src-main/checks/fed/fed-025-hello-provider.check';
import { describeCheck } from '../check-cases';
import { farm } from './farm-settings';

const hello = ['FormsAuthentication', 'MicrosoftPassportAuthentication'];
const forms = ['FormsAuthentication'];
const policy = (primaryIntranetProviders: readonly string[], primaryExtranetProviders: readonly string[]) =>
  farm('adfs.authentication-policy', { primaryIntranetProviders, primaryExtranetProviders });

describeCheck(check, [
  { name: 'both', evidence: [policy(hello, hello)], outcome: 'pass' },
  { name: 'intranet only', evidence: [policy(hello, forms)], outcome: 'warning', severity: 'low', says: ['extranet'] },
  { name: 'neither', evidence: [policy(forms, forms)], outcome: 'warning', says: ['intranet and the extranet'] },
  {
    name: 'lists not returned',
    evidence: [farm('adfs.authentication-policy', { primaryIntranetProviders: hello })],
    outcome: 'unknown',
    reason: 'not-collected',
  },
]);
