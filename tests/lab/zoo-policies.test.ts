import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { describeVariants } from './zoo/assess-variant';
import { loopbackVariants } from './zoo/loopback-variants';
import { pilotGroupVariants, policyFileVariants } from './zoo/policy-file-variants';
import { filterVariants, siteLinkVariants } from './zoo/policy-filter-variants';
import { settingVariants } from './zoo/setting-variants';

const lab = testLab();
afterAll(() => lab.reset());

describeVariants('a setting', lab, settingVariants);
describeVariants('a link or filter', lab, filterVariants);
describeVariants('a link of sites', lab, siteLinkVariants);
describeVariants('loopback processing', lab, loopbackVariants);
describeVariants('a policy file', lab, policyFileVariants);
describeVariants('the pilot group', lab, pilotGroupVariants);
