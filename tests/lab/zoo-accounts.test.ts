import { testLab } from './test-lab';
import {
  keyRightVariants,
  keyVariants,
  mappingVariants,
  membershipVariants,
  serviceAccountVariants,
} from './zoo/account-variants';
import { describeVariants } from './zoo/assess-variant';

const lab = testLab();

describeVariants('a right to write keys', lab, keyRightVariants);
describeVariants('a mapping', lab, mappingVariants);
describeVariants('a key', lab, keyVariants);
describeVariants('a service account', lab, serviceAccountVariants);
describeVariants('a membership', lab, membershipVariants);
