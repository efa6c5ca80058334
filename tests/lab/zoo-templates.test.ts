import { afterAll } from 'vitest';
import { testLab } from './test-lab';
import { agentTemplateVariants } from './zoo/agent-template-variants';
import { describeVariants } from './zoo/assess-variant';
import { controllerTemplateVariants } from './zoo/controller-template-variants';
import { escalationVariants } from './zoo/escalation-variants';
import { helloTemplateVariants } from './zoo/hello-template-variants';

const lab = testLab();
afterAll(() => lab.reset());

describeVariants('the WHfB authentication template', lab, helloTemplateVariants);
describeVariants("the enrolment agent's template", lab, agentTemplateVariants);
describeVariants("the domain controllers' template", lab, controllerTemplateVariants);
describeVariants('a way to more rights', lab, escalationVariants);
