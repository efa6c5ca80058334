import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { describeSteered } from './zoo/assess-variant';
import {
  certificateVariants,
  enrolmentVariants,
  listVariants,
  ocspVariants,
  outageVariants,
} from './zoo/server-variants';
import { ofCertificates, ofLists } from './zoo/steering';

const lab = testLab();
afterAll(() => lab.reset());

describeSteered('a certificate of a domain controller', lab, certificateVariants, ofCertificates);
describeSteered('a revocation list', lab, listVariants, ofLists);
describeSteered('an OCSP responder', lab, ocspVariants, {
  probes: ['ocsp'],
  restore: ({ setOcsp }) => setOcsp('ok'),
});
describeSteered('enrolment over HTTP', lab, enrolmentVariants, {
  probes: ['enrolment-endpoints'],
  restore: ({ setEnrolment }) => setEnrolment('absent'),
});
describeSteered('the second domain controller', lab, outageVariants, {
  ...ofCertificates,
  restore: ({ startDc }) => startDc('dc2'),
});
