import { dnsNameOf } from '../distinguished-name';
import { linkedPolicies } from './linked-policies';
import { type PlaceKind, placeKeyOf } from './place-key';
import { type AppliedPolicy, type PolicyEvidence, type PolicyHalf, sitesOf, subjectOf } from './policy-evidence';
import { type Reach, reachOf } from './policy-reach';
import { type PolicyPlaces, policyTarget } from './policy-target';

/** How far a policy gets on its way to the pilot. */
export type PilotReach = Reach | { readonly kind: 'not-linked'; readonly note: string };

/** Best first. */
const order = ['applies', 'some', 'unsure', 'filtered', 'not-linked'] as const;

/** The best a policy does at any of the places ({@link pilotPlaces}); `half` decides whether it is linked for the computers or the users. */
export function pilotReach(
  policy: Pick<AppliedPolicy, 'domain' | 'guid' | 'object'>,
  half: PolicyHalf,
  places: readonly PolicyPlaces[],
  evidence: PolicyEvidence,
  extension?: string,
): PilotReach {
  const notLinked: PilotReach = {
    kind: 'not-linked',
    note: `${subjectOf(policy)} is not linked to a place of the pilot.`,
  };
  const reaches = places.map((place): PilotReach => {
    const unit = half === 'user' && place.userUnit !== undefined ? place.userUnit : place.computerUnit;
    const linked = linkedPolicies(unit, evidence)?.filter(
      ({ guid, domain }) => guid === policy.guid && (policy.domain === '' || domain === policy.domain.toLowerCase()),
    );
    if (linked === undefined || (linked.length === 0 && sitesOf(dnsNameOf(unit), evidence) === undefined))
      return linksUnread;
    const found = linked.map((one) => reachOf(one, half, policyTarget(place, evidence), evidence, extension));
    return best(found) ?? notLinked;
  });
  return best(reaches) ?? placesUnknown;
}

const best = (reaches: readonly PilotReach[]): PilotReach | undefined =>
  order.flatMap((kind) => reaches.find((reach) => reach.kind === kind) ?? [])[0];

const linksUnread: PilotReach = {
  kind: 'unsure',
  reason: 'not-collected',
  note: 'Not all links of the domain and the sites were read.',
};
const placesUnknown: PilotReach = {
  kind: 'unsure',
  reason: 'not-collected',
  note: 'Where the computers of the pilot are is not known.',
};

/** Every kind of user at every kind of computer; places that get the same policies count once. `kind` as in {@link placeKeyOf}. */
export function pilotPlaces(
  computerUnits: readonly string[],
  userUnits: readonly string[],
  evidence: PolicyEvidence,
  kind: Exclude<PlaceKind, 'users'> = 'computers',
): readonly PolicyPlaces[] {
  const distinct = (units: readonly string[], of: PlaceKind): readonly string[] => [
    ...new Map(units.map((unit) => [placeKeyOf(unit, of, evidence), unit])).values(),
  ];
  const users = distinct(userUnits, 'users');
  return distinct(computerUnits, kind).flatMap((computerUnit): readonly PolicyPlaces[] =>
    users.length === 0 ? [{ computerUnit }] : users.map((userUnit) => ({ computerUnit, userUnit })),
  );
}
