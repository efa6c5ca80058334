import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { describeSteered, describeVariants } from './zoo/assess-variant';
import {
  entraJoined,
  outsideCertificateVariants,
  outsideListVariants,
  scepVariants,
} from './zoo/entra-joined-variants';
import { ofCertificates, ofLists } from './zoo/steering';

const lab = testLab();
afterAll(() => lab.reset());

describeVariants('NDES', lab, scepVariants, entraJoined);
describeSteered(
  'a certificate seen from outside the domain',
  lab,
  outsideCertificateVariants,
  ofCertificates,
  entraJoined,
);
describeSteered('a list seen from outside the domain', lab, outsideListVariants, ofLists, entraJoined);
