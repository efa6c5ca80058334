import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { describeVariants } from './zoo/assess-variant';
import { keyRightVariants } from './zoo/key-right-variants';
import { keyVariants, mappingVariants } from './zoo/key-variants';
import { membershipVariants, serviceAccountVariants } from './zoo/service-account-variants';

const lab = testLab();
afterAll(() => lab.reset());

describeVariants('a right to write keys', lab, keyRightVariants);
describeVariants('a mapping', lab, mappingVariants);
describeVariants('a key', lab, keyVariants);
describeVariants('a service account', lab, serviceAccountVariants);
describeVariants('a membership', lab, membershipVariants);
