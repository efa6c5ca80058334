import type { EvidenceFailure } from '../../../src-shared/model/evidence';
import { printable } from '../../evidence/printable';
import type { Refusal } from './sign-in-channel';

/** Next steps by the number of the AADSTS error. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const nextByNumber: Readonly<Record<number, string>> = {
  50105: 'Assign the account to the application in the tenant, or sign in with one that is.',
  53000: 'Conditional Access wants a compliant device: sign in from one, or with an account the policy leaves out.',
  53003:
    'Conditional Access blocks this sign-in, possibly because it is by device code: use an account the policy leaves out, or import saved answers of Microsoft Graph.',
  65001:
    'An administrator of the tenant has to consent to the permissions for this application first; leave out areas of the target to ask for fewer.',
  90002: 'Check the tenant: its id, or one of its verified domains.',
  50011:
    'Register http://localhost as redirect address of the application (mobile and desktop applications), or choose the sign-in by device code.',
  700016: 'The application is not known in this tenant: check the client id, or leave it out.',
  7000218: 'Allow public client flows for the application in the tenant, or leave the client id out.',
};

/** Why Entra ID gave no code or token, for people. */
export function refusedSignIn(tenant: string, { error, number, description }: Refusal): EvidenceFailure {
  switch (error) {
    case 'authorization_declined':
    case 'access_denied':
      return {
        reason: 'access-denied',
        code: 'sign-in-declined',
        message: `The sign-in to ${tenant} was declined in the browser, so nothing was read from Entra ID.`,
        next: 'Read the incomplete targets again and sign in with an account that may read the tenant.',
      };
    case 'expired_token':
    case 'code_expired':
      return expiredSignIn(tenant);
    default:
      return {
        reason: 'access-denied',
        code: 'sign-in-refused',
        message: `Entra ID refused the sign-in to ${tenant}: ${description === '' ? error : description}`,
        next:
          nextByNumber[number ?? 0] ??
          'Look up the number of the error at https://login.microsoftonline.com/error, then read the incomplete targets again.',
      };
  }
}

export const expiredSignIn = (tenant: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'sign-in-expired',
  message: `Nobody signed in to ${tenant} before the code expired, so nothing was read from Entra ID.`,
  next: 'Read the incomplete targets again and enter the new code within a quarter of an hour.',
});

export const unansweredSignIn = (tenant: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'sign-in-expired',
  message: `Nobody signed in to ${tenant} in the browser within a quarter of an hour, so nothing was read from Entra ID.`,
  next: 'Read the incomplete targets again. If no browser opened, choose the sign-in by device code for this tenant.',
});

export const noBrowser = (tenant: string): EvidenceFailure => ({
  reason: 'not-collected',
  code: 'sign-in-no-browser',
  message: `The sign-in to ${tenant} is to happen in a browser, and none can be opened from here.`,
  next: 'Choose the sign-in by device code for this tenant.',
});

/** What the page of the authority sent back to this computer in place of a code, in MSAL's form. */
export function refusalOf(error: { readonly errorCode: string; readonly errorMessage: string }): Refusal {
  const description = printable(error.errorMessage.split(/[\r\n]/u, 1)[0] ?? '', 500);
  const number = Number(/AADSTS(\d{4,8})/u.exec(description)?.[1]);
  return { error: printable(error.errorCode, 100), description, ...(Number.isNaN(number) ? {} : { number }) };
}

export const malformedSignIn = (host: string, what: string): EvidenceFailure => ({
  reason: 'unreadable',
  code: 'sign-in-malformed',
  message: `${host} answered the sign-in ${what}.`,
  next: 'Check that nothing stands between this computer and Microsoft Entra ID, then read the incomplete targets again.',
});
