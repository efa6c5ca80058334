import { hostOfUrl } from '../evidence/derived/federation-hosts';
import { normalHostName } from '../evidence/derived/forest-scope';
import { contradicts, type Detector, type Found, type Sources, type Testimony, valuesOf } from './testimony';

/** Name of the federation service: its own documents and settings for one farm, and the farm against what Entra ID was told. */
export const federationService: Detector = (sources) => [...withinFarms(sources), ...againstEntra(sources)];

/** What AD FS says of its own name, each with the target the record is about. */
const ownNames = ({ of }: Sources): readonly Testimony[] => [
  ...of('adfs.federation-metadata').map((record) => ({ value: normalHostName(record.data.host), record })),
  ...of('adfs.properties').map((record) => ({ value: normalHostName(record.data.hostName), record })),
  ...of('adfs.openid-configuration').flatMap((record) =>
    record.data.answers.flatMap(({ issuer }) => {
      const value = hostOfUrl(issuer);
      return value === undefined ? [] : [{ value, record }];
    }),
  ),
];

const consequence =
  'Sign-in, registration and certificates depend on one name; findings that combine these sources may describe two farms.';
const whatToDo =
  'Find out which name clients use and who answers under the other one: an old farm, a test farm or a file of another customer. Collect the sources of the right farm again.';

function withinFarms(sources: Sources): Found[] {
  const byTarget = new Map<string, Testimony[]>();
  for (const testimony of ownNames(sources)) {
    const target = normalHostName(testimony.record.target);
    byTarget.set(target, [...(byTarget.get(target) ?? []), testimony]);
  }
  return [...byTarget]
    .filter(([, testimonies]) => contradicts(testimonies))
    .map(([target, testimonies]) => ({
      id: `federation-service:${target}`,
      fact: 'federation-service',
      title: `What was read of ${target} gives the federation service different names.`,
      values: valuesOf(testimonies),
      consequence,
      whatToDo,
    }));
}

/** Several farms may serve one tenant; only when Entra ID knows none of those that were read do the sources not belong together. */
function againstEntra(sources: Sources): Found[] {
  const own = ownNames(sources);
  const told = sources.of('entra.federation-configuration').flatMap((record): readonly Testimony[] => {
    const value = hostOfUrl(record.data.passiveSignInUri);
    return value === undefined ? [] : [{ value, record }];
  });
  const known = new Set(own.map(({ value }) => value));
  if (own.length === 0 || told.length === 0 || told.some(({ value }) => known.has(value))) return [];
  return [
    {
      id: 'federation-service:entra',
      fact: 'federation-service',
      title: 'Entra ID sends sign-ins to a federation service other than the one that was read.',
      values: valuesOf([...told, ...own]),
      consequence,
      whatToDo,
    },
  ];
}
