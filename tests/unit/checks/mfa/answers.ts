import { record } from '../check-cases';

/** An attested answer. */
export const answered = (question: string, answer: string) =>
  record('interview.answer', question, { question, answer, saidBy: 'Imke Brandt', saidOn: '2026-11-20' });

export const proven = (answer: string) => answered('mfa-route-proven', answer);

export const methods = (states: Readonly<Record<string, string>>) =>
  record('entra.authentication-methods', 'tenant', {
    methods: Object.entries(states).map(([id, state]) => ({ id, state })),
  });

/** Registrations of persons 1 … n, who can do MFA or cannot. */
export const registrations = (capable: readonly boolean[], complete = true) =>
  record('entra.mfa-registrations', 'tenant', {
    total: capable.length,
    complete,
    users: capable.map((isMfaCapable, index) => ({
      userPrincipalName: `Person${index + 1}@contoso.com`,
      isMfaCapable,
      isMfaRegistered: isMfaCapable,
      methods: [],
    })),
  });
