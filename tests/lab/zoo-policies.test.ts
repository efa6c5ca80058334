import { testLab } from './test-lab';
import { describeVariants } from './zoo/assess-variant';
import { filterVariants, pilotGroupVariants, policyFileVariants, settingVariants } from './zoo/policy-variants';

const lab = testLab();

describeVariants('a setting', lab, settingVariants);
describeVariants('a link or filter', lab, filterVariants);
describeVariants('a policy file', lab, policyFileVariants);
describeVariants('the pilot group', lab, pilotGroupVariants);
