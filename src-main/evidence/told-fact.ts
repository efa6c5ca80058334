import type { EvidenceDraft } from '../../src-shared/model/evidence';
import type { AuthoritySettings } from '../../src-shared/model/evidence/authority-settings';
import type { EnrolmentEndpoint } from '../../src-shared/model/evidence/network';

/** What the output of a tool tells, without its source. */
export type ToldFact = Pick<EvidenceDraft, 'kind' | 'target' | 'data' | 'facts'> & {
  readonly notes: readonly string[];
};

interface ToldService {
  /** e.g. `SharpHound`: others may tell of the same CA. */
  readonly tool: string;
  readonly host: string;
  /** Undefined where the tool does not tell. */
  readonly settings: AuthoritySettings | undefined;
  readonly endpoints: readonly EnrolmentEndpoint[] | undefined;
}

/** Settings of the service of a CA and the enrolment pages of its host. */
export const serviceFacts = ({ tool, host, settings, endpoints }: ToldService): readonly ToldFact[] => [
  ...(settings === undefined
    ? []
    : [
        {
          kind: 'ca.settings',
          target: `${settings.authority} (${tool})`,
          data: settings,
          facts: Object.keys(settings).length - 1,
          notes: [],
        } as const,
      ]),
  ...(endpoints === undefined
    ? []
    : [
        {
          kind: 'pki.enrolment-endpoints',
          target: host,
          data: { excerpt: { tool, lacks: {} }, host, endpoints },
          facts: endpoints.length,
          notes: [],
        } as const,
      ]),
];
