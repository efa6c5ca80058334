import check from '../../../../src-main/checks/ra/ra-012-renewal-threshold.check';
import { describeCheck, record } from '../check-cases';
import { forest } from '../contoso';
import { farm } from '../fed/farm-settings';
import { helloTemplate } from '../pki/templates';

const authority = (generationThresholdDays?: number, windowsHelloTemplate: string | undefined = 'WHFBAuthentication') =>
  farm('adfs.certificate-authority', {
    ...(windowsHelloTemplate === undefined ? {} : { windowsHelloTemplate }),
    ...(generationThresholdDays === undefined ? {} : { generationThresholdDays }),
  });
const templates = (validitySeconds?: number) =>
  record('ad.certificate-templates', forest, { containerFound: true, templates: [helloTemplate({ validitySeconds })] });
const year = 365 * 86_400;

describeCheck(check, [
  { name: '20 of 365 days', evidence: [authority(20), templates(year)], outcome: 'pass' },
  {
    name: 'longer than the validity',
    evidence: [authority(60), templates(30 * 86_400)],
    outcome: 'warning',
    severity: 'low',
    says: ['30 days only'],
  },
  {
    name: 'threshold not returned',
    evidence: [authority(), templates(year)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'another template',
    evidence: [authority(20, 'Other'), templates(year)],
    outcome: 'unknown',
    reason: 'not-collected',
  },
  {
    name: 'the template not returned',
    evidence: [farm('adfs.certificate-authority', { generationThresholdDays: 20 }), templates(year)],
    outcome: 'unknown',
    reason: 'not-collected',
    says: ['the name of the Hello template'],
  },
]);
