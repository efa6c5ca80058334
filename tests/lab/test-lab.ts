import { inject } from 'vitest';
import './global-setup.ts';
import { attachLab, type Lab } from './lab.ts';

/** The lab of this test run. A test that changes it calls `reset` when done. */
export function testLab(): Lab {
  return attachLab(inject('lab'));
}
