import { areas } from '../model/area';
import type { AnswerKind, InterviewQuestion } from './question';

const choice = (options: Readonly<Record<string, string>>): AnswerKind => ({
  kind: 'choice',
  options: Object.entries(options).map(([id, text]) => ({ id, text })),
});
const several = (options: Readonly<Record<string, string>>): AnswerKind => ({
  kind: 'several',
  options: Object.entries(options).map(([id, text]) => ({ id, text })),
});
const yesOrNo = choice({ yes: 'Yes', no: 'No' });

const questionsById = {
  'certificate-needs': {
    area: 'tru',
    text: 'What do people need their own certificate for?',
    why: 'Without such a need cloud Kerberos trust serves with far less to build and run.',
    answer: several({
      'remote-desktop': 'Remote desktop with the Hello credential',
      'smart-card-applications': 'Applications that accept only a smart card',
      'certificate-audit': 'Audit or logging by certificate',
      'issuance-policy': 'Certificates issued by a policy of their own',
      regulation: 'A regulation demands certificates',
    }),
    askWhom: 'Owner of the project',
  },
  'key-trust': {
    area: 'tru',
    text: 'Was key trust compared with certificate trust?',
    why: 'Three trust models exist; the reason for the choice belongs in the record.',
    answer: choice({ rejected: 'Yes, and rejected', preferred: 'Yes, and preferred', 'not-compared': 'No' }),
    askWhom: 'Owner of the project',
  },
  'adfs-plan': {
    area: 'tru',
    text: 'How long will AD FS stay?',
    why: 'Certificate trust needs AD FS as registration authority for as long as it is used.',
    answer: choice({
      keep: 'It stays and is kept up to date',
      'retire-within-24-months': 'It goes within 24 months',
      'retire-later': 'It goes later than that',
      undecided: 'Not decided',
    }),
    askWhom: 'Owner of the identity platform',
  },
  'privileged-users': {
    area: 'tru',
    text: 'May privileged accounts use Windows Hello for Business?',
    why: 'Tier 0 accounts need a decision of their own.',
    answer: choice({ excluded: 'No, they are kept out', included: 'Yes, on purpose', undecided: 'Not decided' }),
    askWhom: 'Security officer',
  },
  'planning-decisions': {
    area: 'tru',
    text: 'Which decisions of the planning guide were made?',
    why: 'An open decision comes back in the middle of the roll-out.',
    answer: several({
      deployment: 'Deployment model',
      'trust-type': 'Trust type',
      'device-registration': 'Device registration',
      'key-registration': 'Key registration',
      'directory-synchronization': 'Directory synchronisation',
      'multifactor-authentication': 'Multifactor authentication',
      management: 'Management of devices',
      'active-directory': 'Active Directory',
      'public-key-infrastructure': 'Public key infrastructure',
      cloud: 'Cloud licences',
    }),
    askWhom: 'Owner of the project',
  },
  'certificates-per-user': {
    area: 'tru',
    text: 'On how many devices does a user sign in with Hello?',
    why: 'Every user has a certificate on every device; the number sizes the CA.',
    answer: { kind: 'number', minimum: 1, maximum: 50, unit: 'devices', unitOfOne: 'device' },
    askWhom: 'Owner of the clients',
  },
  'ca-sizing': {
    area: 'tru',
    text: 'Were the CA’s database, renewals and monitoring sized for these certificates?',
    why: 'Each certificate is renewed before it expires, each year anew.',
    answer: yesOrNo,
    askWhom: 'Owner of the CA',
  },
  'adfs-design': {
    area: 'fed',
    text: 'Was the farm designed along the design and deployment guides?',
    why: 'Naming, topology, certificates and recovery are decided there; name the document as proof.',
    answer: yesOrNo,
    askWhom: 'Owner of AD FS',
  },
  'extranet-use': {
    area: 'fed',
    text: 'Do people enrol or sign in from outside the company’s network?',
    why: 'Then AD FS has to be published, else it need not be.',
    answer: choice({ 'domain-only': 'No, only inside', remote: 'Yes' }),
    askWhom: 'Owner of AD FS',
  },
  'federation-alert': {
    area: 'sec',
    text: 'Does an alert tell of changes of the federation settings?',
    why: 'Whoever changes them can sign in as anybody.',
    answer: yesOrNo,
    askWhom: 'Security officer',
  },
  'hybrid-join-path': {
    area: 'dev',
    text: 'How was hybrid join configured?',
    why: 'The manual way leaves more to be done by hand.',
    answer: choice({ connect: 'With Entra Connect', manual: 'By hand', unknown: 'Nobody knows' }),
    askWhom: 'Owner of Entra Connect',
  },
  'hybrid-join-plan': {
    area: 'dev',
    text: 'What of the hybrid join plan was gone through?',
    why: 'What was left out of the plan is met in the roll-out.',
    answer: several({
      devices: 'Supported devices',
      rollout: 'Controlled roll-out',
      names: 'User principal names',
      network: 'Network addresses',
    }),
    askWhom: 'Owner of the clients',
  },
  'mfa-route-proven': {
    area: 'mfa',
    text: 'Was the chosen second factor seen to satisfy Entra ID?',
    why: 'Provisioning asks for a fresh second factor; only a sign-in shows that the chosen one gives it.',
    answer: yesOrNo,
    askWhom: 'Owner of the identity platform',
  },
  'configuration-manager-profiles': {
    area: 'pol',
    text: 'Are there Windows Hello for Business profiles in Configuration Manager?',
    why: 'They are not supported any more and collide with AD FS as registration authority.',
    answer: choice({ none: 'No', present: 'Yes' }),
    askWhom: 'Owner of the clients',
  },
  'reported-code': {
    area: 'prv',
    text: 'Which code do people see when the PIN cannot be set up?',
    why: 'The code names the cause.',
    answer: { kind: 'text', pattern: /^0x[0-9a-f]{8}$/iu, example: '0x801C03ED' },
    askWhom: 'Help desk',
  },
  'remote-connection': {
    area: 'prv',
    text: 'How do clients outside reach AD FS and a domain controller?',
    why: 'The first enrolment and the first sign-in after it need both.',
    answer: choice({
      'on-site': 'Enrolment happens on site',
      'always-on': 'VPN before sign-in',
      'user-vpn': 'VPN that the user starts',
      none: 'Not at all',
    }),
    askWhom: 'Owner of the network',
  },
  'users-per-device': {
    area: 'prv',
    text: 'How many people enrol on one device, at most?',
    why: 'Up to ten are supported.',
    answer: { kind: 'number', minimum: 1, maximum: 1000, unit: 'people', unitOfOne: 'person' },
    askWhom: 'Owner of the clients',
  },
  'entra-joined-need': {
    area: 'sso',
    text: 'Do people on Entra joined devices use file shares, printers or applications of AD?',
    why: 'Single sign-on from there needs work of its own.',
    answer: yesOrNo,
    askWhom: 'Owner of the clients',
  },
} as const satisfies Readonly<Record<string, Omit<InterviewQuestion, 'id'>>>;

export type QuestionId = keyof typeof questionsById;

/** Every question, in the order of the areas. */
export const interviewQuestions: readonly (InterviewQuestion & { readonly id: QuestionId })[] = (
  Object.keys(questionsById) as QuestionId[]
)
  .map((id) => ({ id, ...questionsById[id] }))
  .sort((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area));

const byId: ReadonlyMap<string, InterviewQuestion> = new Map(interviewQuestions.map((each) => [each.id, each]));

/** Undefined when no question has this id. */
export const findQuestion = (id: string): InterviewQuestion | undefined => byId.get(id);
