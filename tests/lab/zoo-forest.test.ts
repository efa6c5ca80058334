import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { describeVariants } from './zoo/assess-variant';
import { levelVariants, releaseVariants, siteVariants } from './zoo/forest-variants';

const lab = testLab();
afterAll(() => lab.reset());

describeVariants('a release', lab, releaseVariants);
describeVariants('a site', lab, siteVariants);
describeVariants('a functional level', lab, levelVariants);
