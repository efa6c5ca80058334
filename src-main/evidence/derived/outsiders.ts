import type { Trustee, Way } from './effective-rights';
import type { PrincipalView } from './principals';

/** Somebody outside Tier 0 who has a right. */
export interface Outsider {
  readonly sid: string;
  /** Name for a person, without a SID. */
  readonly title: string;
  readonly isVisible: boolean;
  readonly through: Way;
  /** What he has when it is `this-right` of several that were asked about, e.g. "may reset the password". */
  readonly right?: string;
  /** False = the right has a condition, or it is not known whether he belongs to Tier 0. */
  readonly isSure: boolean;
}

/** Those of the trustees who are not Tier 0 and not among those `isExpected` names; each once, by the first way. */
export function outsidersAmong(
  trustees: readonly Trustee[],
  principals: PrincipalView,
  isExpected: (sid: string, through: Way) => boolean = () => false,
): readonly Outsider[] {
  const outsiders = new Map<string, Outsider>();
  for (const { sid, through, isConditional } of trustees) {
    const tier = principals.tierOf(sid);
    if (tier === 'zero' || isExpected(sid, through)) continue;
    const isSure = tier === 'other' && isConditional !== true;
    const known = outsiders.get(sid);
    if (known !== undefined && (known.isSure || !isSure)) continue;
    outsiders.set(sid, {
      sid,
      title: principals.titleOf(sid),
      isVisible: principals.isVisible(sid),
      through: known?.through ?? through,
      isSure,
    });
  }
  return [...outsiders.values()];
}

const ways: Readonly<Record<Way, string>> = {
  'no-dacl': 'there are no permissions at all',
  'full-control': 'full control',
  owner: 'owner',
  'write-dacl': 'may change the permissions',
  'write-owner': 'may take ownership',
  'all-properties': 'every attribute',
  'all-rights': 'every extended right',
  'this-right': 'this right',
};

const wayOf = ({ through, right }: Outsider): string =>
  through === 'this-right' && right !== undefined ? right : ways[through];

/** "CONTOSO\helpdesk (full control)" of each; several that look the same are told once. */
export const outsidersInWords = (outsiders: readonly Outsider[]): readonly string[] => [
  ...new Set(outsiders.map((outsider) => `${outsider.title} (${wayOf(outsider)})`)),
];

/** The same with the SID of accounts nobody could name, so that they can be looked up; not for summaries. */
export const outsidersWithSids = (outsiders: readonly Outsider[]): readonly string[] =>
  outsiders.map((one) => `${one.isVisible ? one.title : `${one.title}, ${one.sid}`} (${wayOf(one)})`);
