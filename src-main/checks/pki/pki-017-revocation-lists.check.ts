import type { AffectedObject } from '../../../src-shared/model/finding';
import type { Outcome } from '../../../src-shared/model/outcome';
import type { RevocationCopy } from '../../evidence/derived/revocation-copies';
import { copiesOfLevel, type LevelCopies, type RevocationLevel } from '../../evidence/derived/revocation-levels';
import type { Verdict } from '../../evidence/derived/verdict';
import { defineCheck } from '../define-check';
import { type JudgedObject, judged, notApplicable } from '../result';
import { settingsNamed } from '../sec/judge-authority-settings';
import { countOf, listed } from '../wording';
import { judgeLevel } from './judge-revocation-level';
import { revocationNeeds, viewRevocation } from './revocation-view';

interface JudgedLevel extends LevelCopies {
  readonly level: RevocationLevel;
  readonly verdict: Verdict;
}

export default defineCheck({
  id: 'PKI-017',
  revision: 2,
  why: 'Clients check whether the certificate of the domain controller was revoked, and domain controllers check the user’s; without a valid list both refuse.',
  sources: [
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-hybrid-aadj-sso',
    'https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-pki',
    'https://learn.microsoft.com/openspecs/windows_protocols/ms-csra',
  ],
  outcomes: ['pass', 'warning', 'fail', 'not-applicable'],
  needs: [...revocationNeeds, 'ca.settings?'],
  evaluate(inputs, { scope, now }) {
    const view = viewRevocation(inputs, scope, now);
    const levels = view.levels.map((level): JudgedLevel => {
      const copies = copiesOfLevel(level, view.evidence, now);
      const settings = settingsNamed(inputs['ca.settings'].records, level.authority);
      return { level, ...copies, verdict: withPublication(judgeLevel(level, copies), settings?.publicationErrors) };
    });
    const decisive = [...levels.map(toObject), ...view.unreadForests];
    if (decisive.length === 0)
      return notApplicable({
        summary:
          'No enterprise CA and no certificate of a domain controller is known, so there is no revocation list to judge; see PKI-001.',
      });
    // Single addresses are listed, but only levels decide: an address may be dead or untried while another gives the list.
    const { objects, ...result } = judged(decisive, {
      summary: summarise(levels, decisive),
      observations: levels.flatMap(observe),
    });
    const all = { ...result, objects: [...objects, ...levels.flatMap(addressObjects)] };
    return all.outcome === 'warning' ? { ...all, severity: 'medium' } : all;
  },
  remediation: {
    task: 'Publish revocation lists that are valid where the clients are.',
    steps: [
      'Publish a new list at the CA; for an offline root, start it, publish, and copy the file to the web server and into Active Directory.',
      'Repair addresses that do not answer, or take them out of the CDP extension and renew the certificates that carry them.',
      'Keep an http:// address in the CDP extension; https:// leads clients into a loop, and LDAP can be read by domain members only.',
    ],
    command: [
      'certutil -crl',
      'certutil -dspublish -f "Contoso Root CA.crl" rootca',
      'certutil -getreg CA\\CRLPublicationURLs',
      'certutil -verify -urlfetch dc01.contoso.com.cer',
    ].join('\n'),
    verify:
      '`certutil -verify -urlfetch` for a domain controller’s certificate ends without errors and shows “Verified” at every CDP address.',
    revert:
      'Publishing a list needs no way back; CRLPublicationURLs is put back with `certutil -setreg CA\\CRLPublicationURLs` and the former value.',
    right: 'CA administrator; Enterprise Admins to write to Active Directory; administrator of the web server',
  },
});

/** Where a CA could not publish, the copy there grows old while another address still gives a valid list. */
function withPublication(verdict: Verdict, errors: readonly string[] = []): Verdict {
  if (errors.length === 0 || verdict.outcome !== 'pass') return verdict;
  const note = `${verdict.note} The CA could not publish its list to every place when it last did (${listed(errors)}).`;
  return { outcome: 'warning', note };
}

const objectId = (level: RevocationLevel): string => `revocation-list:${level.id}`;

function toObject({ level, validFile, verdict }: JudgedLevel): JudgedObject {
  const object = {
    id: objectId(level),
    kind: 'revocation-list',
    name: `Revocation list of ${level.authority}`,
    ...verdict,
  } as const;
  return validFile === undefined ? object : { ...object, evidenceId: validFile.evidenceId };
}

const addressObjects = ({ level, copies, verdict }: JudgedLevel): readonly AffectedObject[] =>
  copies.map(({ address, note, state, evidenceId, locate }) => ({
    id: `${objectId(level)}:${address}`.slice(0, 1024),
    kind: 'revocation-list',
    name: address.slice(0, 1024),
    note,
    outcome: outcomeOf(state, verdict),
    ...(evidenceId === undefined ? {} : { evidenceId }),
    ...(locate === undefined ? {} : { locate }),
  }));

/** An address nobody tried only matters as long as no other gave the list. */
function outcomeOf(state: RevocationCopy['state'], level: Verdict): Outcome {
  switch (state) {
    case 'valid':
      return 'pass';
    case 'ending':
    case 'bad':
      return 'warning';
    case 'unsure':
    case 'untried':
      return level.outcome === 'unknown' ? 'unknown' : 'info';
  }
}

const observe = ({ level, copies, verdict }: JudgedLevel) => {
  const row = {
    label: `Revocation list of ${level.authority}`,
    observed: verdict.note,
    expected: 'at least one address with a valid list, signed by the CA',
    ...(verdict.outcome === 'unknown' ? {} : { matches: verdict.outcome === 'pass' }),
  };
  return [
    row,
    ...copies.map(({ address, note, state }) => ({
      label: address,
      observed: note,
      ...(state === 'bad' ? { matches: false } : {}),
    })),
  ];
};

function summarise(levels: readonly JudgedLevel[], objects: readonly AffectedObject[]): string {
  const having = (outcome: Verdict['outcome']): readonly JudgedLevel[] =>
    levels.filter(({ verdict }) => verdict.outcome === outcome);
  const notes = (some: readonly JudgedLevel[]): string =>
    some.map(({ level, verdict }) => `${level.authority}: ${verdict.note}`).join(' ');
  const [broken, risky, unseen] = [having('fail'), having('warning'), having('unknown')];
  if (broken.length > 0)
    return `${broken.length} of ${countOf(levels.length, 'revocation list')} cannot be had valid. ${notes(broken)}`;
  if (risky.length > 0) {
    const open = unseen.length > 0 ? ` ${unseen.length} more could not be judged.` : '';
    return `${risky.length} of ${countOf(levels.length, 'revocation list')} ${risky.length === 1 ? 'is' : 'are'} at risk. ${notes(risky)}${open}`;
  }
  if (unseen.length > 0)
    return `${unseen.length} of ${countOf(levels.length, 'revocation list')} could not be judged. ${notes(unseen)}`;
  const missing = objects.filter(({ kind }) => kind === 'forest');
  if (missing.length > 0)
    return `The CAs of ${listed(missing.map(({ name }) => name))} were not read, so their revocation lists are not known.`;
  return `${countOf(levels.length, 'revocation list')} checked: each is valid, signed by its CA and at one of its addresses (${listed(levels.map(({ level }) => level.authority))}).`;
}
