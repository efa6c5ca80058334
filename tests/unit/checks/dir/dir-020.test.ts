import check from '../../../../src-main/checks/dir/dir-020-cloud-attributes.check';
import { describeCheck } from '../check-cases';
import { attributeCases } from './cloud-attribute-cases';

/** Where SCEP makes the subject of certificates of these attributes they matter more. */
const bySubject = {
  joinTypes: { hybridJoined: true, entraJoined: true },
  registrationAuthority: { hybridJoined: 'adfs', entraJoined: 'ndes-scep' },
} as const;

describeCheck(check, [
  ...attributeCases({}),
  ...attributeCases(bySubject).map((testCase) => ({
    ...testCase,
    name: `${testCase.name}, certificates by SCEP`,
    severity: testCase.outcome === 'fail' ? ('high' as const) : ('medium' as const),
  })),
]);
