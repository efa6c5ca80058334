import check from '../../../../src-main/checks/sso/sso-017-subject-names-in-cloud.check';
import { describeCheck } from '../check-cases';
import { attributeCases } from '../dir/cloud-attribute-cases';
import { ndesScope } from './ndes';

describeCheck(check, [
  ...attributeCases(ndesScope),
  { name: 'no NDES in scope', evidence: [], outcome: 'not-applicable' },
]);
