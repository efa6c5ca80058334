import check from '../../../../src-main/checks/dir/dir-020-cloud-attributes.check';
import { describeCheck } from '../check-cases';
import { attributeCases } from './cloud-attribute-cases';

describeCheck(check, attributeCases({}));
