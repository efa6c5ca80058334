import { labDirectory } from './collect-target';
import { testLab } from './test-lab';
import { describeSteered } from './zoo/assess-variant';
import {
  certificateVariants,
  enrolmentVariants,
  listVariants,
  ocspVariants,
  outageVariants,
} from './zoo/server-variants';

const lab = testLab();
const fromSecond = { directory: [labDirectory(lab, { server: lab.dc2.hostName })] };

describeSteered('a certificate of a domain controller', lab, certificateVariants, { live: fromSecond });
describeSteered('a revocation list', lab, listVariants);
describeSteered('an OCSP responder', lab, ocspVariants);
describeSteered('enrolment over HTTP', lab, enrolmentVariants);
describeSteered('the second domain controller', lab, outageVariants);
