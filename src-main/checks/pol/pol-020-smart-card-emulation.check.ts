import type { Scope } from '../../../src-shared/model/scope';
import { helloSetting } from '../../evidence/derived/hello-policy';
import { originOf, type PolicyCase } from '../../evidence/derived/policy-case';
import { decide } from '../../evidence/derived/setting';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { judgePolicy } from './judge-policy';
import { policyNeeds } from './policy-inputs';
import { unlessIntune } from './policy-rule';

const { disableSmartCardNode, certificatesAsSmartCard, allowAllUserAccess } = helloSetting;

export default defineCheck({
  id: 'POL-020',
  revision: 1,
  why: 'Remote desktop and older applications find the Hello certificate through the emulated smart card; with the emulation off they do not.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/policy-settings',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/rdp-sign-in',
  ],
  outcomes: ['pass', 'warning'],
  needs: policyNeeds,
  evaluate: (inputs, { scope }) =>
    judgePolicy(inputs, scope, {
      title: 'Turn off smart card emulation',
      settings: [
        { name: disableSmartCardNode, halves: ['machine'] },
        { name: certificatesAsSmartCard, halves: ['machine', 'user'] },
        { name: allowAllUserAccess, halves: ['machine'] },
      ],
      judge: (at) => judgeEmulation(at, scope),
      says: {
        pass: 'Smart card emulation fits what is wanted',
        warning: 'Smart card emulation is switched off although it is needed',
      },
    }),
  remediation: {
    task: 'Settle smart card emulation for the clients.',
    steps: [
      'Set “Turn off smart card emulation” to “Disabled” or “Not Configured” for clients from which users sign in to remote desktops with Hello.',
      '“Use Windows Hello for Business certificates as smart card certificates” needs the emulation and takes biometrics away for these certificates; enable it for applications that need it only.',
    ],
    command: [
      "Remove-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName DisableSmartCardNode",
      'gpupdate /force',
      'certutil -scinfo',
    ].join('\n'),
    verify: '`certutil -scinfo` lists the reader “Windows Hello for Business”.',
    revert:
      "`Set-GPRegistryValue -Name 'WHFB Pilot' -Key 'HKLM\\SOFTWARE\\Policies\\Microsoft\\PassportForWork' -ValueName DisableSmartCardNode -Type DWord -Value 1`",
    right: 'Rights to edit group policies',
  },
});

const judgeEmulation = ({ computer, effective }: PolicyCase, scope: Scope): Verdict =>
  decide(computer(disableSmartCardNode), (node): Verdict => {
    if (node.kind === 'absent')
      return unlessIntune(scope, disableSmartCardNode, {
        outcome: 'pass',
        note: 'No group policy switches the emulation off here.',
      });
    const cause = `DisableSmartCardNode is ${node.value} ${originOf(node)}`;
    if (node.value !== 1) return { outcome: 'pass', note: `${cause}.` };
    if (scope.remoteDesktop)
      return { outcome: 'warning', note: `${cause}, but sign-in to remote desktops with Hello is wanted.` };
    return decide(effective(certificatesAsSmartCard), (certificates) =>
      certificates.kind === 'set' && certificates.value === 1
        ? {
            outcome: 'warning',
            note: `${cause}, while ${certificatesAsSmartCard.name} is 1 ${originOf(certificates)} and needs the emulation.`,
          }
        : { outcome: 'pass', note: `${cause}; nothing in this scope needs the emulation.` },
    );
  });
