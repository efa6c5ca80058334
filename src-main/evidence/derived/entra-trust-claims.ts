import type { AdfsEntraTrust } from '../../../src-shared/model/evidence/adfs-settings';
import { type ClaimRule, parseClaimRules } from '../claim-rules/parse-claim-rules';

/** Claim types of the trust with Entra ID (hybrid join by the manual guide; AD FS claim descriptions). */
export const claimType = {
  accountType: 'http://schemas.microsoft.com/ws/2012/01/accounttype',
  objectGuid: 'http://schemas.microsoft.com/identity/claims/onpremobjectguid',
  primarySid: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/primarysid',
  issuerId: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/issuerid',
  immutableId: 'http://schemas.microsoft.com/LiveID/Federation/2008/05/ImmutableID',
  authenticationMethods: 'http://schemas.microsoft.com/claims/authnmethodsreferences',
  insideCorporateNetwork: 'http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork',
  persistentSignOn: 'http://schemas.microsoft.com/2014/03/psso',
  groupSid: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groupsid',
} as const;

/** The issuance rules of the trust, or why they cannot be read. */
export type TrustRules =
  | { readonly state: 'read'; readonly rules: readonly ClaimRule[] }
  | { readonly state: 'not-returned' }
  | { readonly state: 'unreadable'; readonly problem: string };

export function trustRules({ issuanceTransformRules }: AdfsEntraTrust): TrustRules {
  if (issuanceTransformRules === undefined) return { state: 'not-returned' };
  try {
    return { state: 'read', rules: parseClaimRules(issuanceTransformRules) };
  } catch (error) {
    return { state: 'unreadable', problem: error instanceof Error ? error.message : String(error) };
  }
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Rules that put a claim of this type into the token: made, or taken over whole. */
export const rulesIssuing = (rules: readonly ClaimRule[], type: string): readonly ClaimRule[] =>
  rules.filter(({ action, conditions }) => {
    if (action.verb !== 'issue') return false;
    if (action.types.some((made) => isSame(made, type))) return true;
    const copied = conditions.find(
      ({ name, form }) => form === 'claim' && name !== undefined && name === action.copies,
    );
    return (
      copied?.comparisons.some(
        ({ property, operator, value }) => property === 'type' && operator === '==' && isSame(value, type),
      ) ?? false
    );
  });

/**
 * Who a rule is for: `computers` when it asks for membership of Domain Computers (a group SID that ends in 515) or for the account type DJ; `others` when it
 * asks that the account type is not there or not DJ; else everybody.
 */
export function audienceOf({ conditions }: ClaimRule): 'computers' | 'others' | 'everybody' {
  for (const { form, comparisons } of conditions) {
    const of = (property: string) => comparisons.find((comparison) => comparison.property === property);
    const [type, value] = [of('type'), of('value')];
    if (type === undefined || value === undefined) continue;
    const isPositive = value.operator === '==' || value.operator === '=~';
    const names = (text: string): boolean => (isPositive ? form !== 'not-exists' : false) && value.value.includes(text);
    if (isSame(type.value, claimType.groupSid) && names('-515')) return 'computers';
    if (!isSame(type.value, claimType.accountType)) continue;
    if (names('DJ')) return 'computers';
    if (form === 'not-exists' || !isPositive) return 'others';
  }
  return 'everybody';
}
