import { defineCheck } from '../define-check';
import { authoritySettingNeeds, judgeAuthoritySettings, settingNotRead } from './judge-authority-settings';
import { isWeakMappingAllowed } from './weak-mapping';

/** EDITF_ATTRIBUTESUBJECTALTNAME2 of the policy module. */
const namesByAttribute = 0x0004_0000;

export default defineCheck({
  id: 'SEC-007',
  revision: 1,
  why: 'With this flag anybody who may enrol any template writes the name of an administrator into the request and gets a certificate for it.',
  sources: ['https://learn.microsoft.com/defender-for-identity/security-assessment-edit-vulnerable-ca-setting'],
  outcomes: ['pass', 'fail'],
  needs: [...authoritySettingNeeds, 'host.registry?'],
  evaluate(inputs, { scope }) {
    const result = judgeAuthoritySettings(
      inputs,
      scope,
      ({ editFlags, takesRequestedNames }) => {
        const takesNames = editFlags === undefined ? takesRequestedNames : (editFlags & namesByAttribute) !== 0;
        if (takesNames === undefined) return settingNotRead('EditFlags of the policy module');
        return takesNames
          ? { outcome: 'fail', note: 'Takes the subject alternative name from an attribute of the request.' }
          : { outcome: 'pass', note: 'Takes no names from attributes of a request.' };
      },
      {
        noun: 'CA',
        fail: ['takes names from attributes of a request', 'take names from attributes of a request'],
        fine: 'none takes names from attributes of a request.',
        expected: 'EDITF_ATTRIBUTESUBJECTALTNAME2 is clear',
      },
    );
    const isWorse = inputs['host.registry'].records.some(({ data }) => isWeakMappingAllowed(data));
    return result.outcome === 'fail' && isWorse
      ? { ...result, severity: 'blocker', summary: `${result.summary} Domain controllers allow weak mappings, too.` }
      : result;
  },
  remediation: {
    task: 'Close ESC6: let no request name its own subject.',
    steps: [
      'Find out who relies on names in attributes: requests with SAN: in the database of the CA.',
      'Clear the flag on every CA and restart its service. EDITF_ATTRIBUTEENDDATE, which SCEP uses, is another flag and stays.',
    ],
    command: ['certutil -setreg policy\\EditFlags -EDITF_ATTRIBUTESUBJECTALTNAME2', 'Restart-Service certsvc'].join(
      '\n',
    ),
    verify: '`certutil -getreg policy\\EditFlags` no longer lists EDITF_ATTRIBUTESUBJECTALTNAME2.',
    revert: 'certutil -setreg policy\\EditFlags +EDITF_ATTRIBUTESUBJECTALTNAME2',
    right: 'CA administrator and Administrator of the CA host',
  },
});
