import { defineCheck } from '../define-check';
import { fail, type JudgedObject, judged, unknown } from '../result';
import { countOf, listed } from '../wording';

const passThroughAgent = 'azureadconnectauthenticationagent';

export default defineCheck({
  id: 'FED-003',
  revision: 1,
  why: 'With password hash synchronisation or pass-through authentication as the sign-in method the device is treated as managed and never asks AD FS.',
  sources: [
    'https://learn.microsoft.com/entra/identity/hybrid/connect/whatis-phs',
    'https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-pta',
  ],
  outcomes: ['pass', 'warning', 'fail'],
  needs: ['entra.domains', 'entra.synchronization?', 'connect.settings?', 'host.services?'],
  evaluate(inputs) {
    const verified = inputs['entra.domains'].records
      .flatMap(({ id, data }) => data.domains.map((domain) => ({ ...domain, evidenceId: id })))
      .filter(({ isVerified, isInitial, isRoot }) => isVerified && !isInitial && isRoot);
    if (verified.length === 0)
      return unknown('not-collected', { summary: 'The tenant shows no verified domain besides its initial one.' });
    const objects = verified.map(({ id, authenticationType, evidenceId }): JudgedObject => {
      const isFederated = authenticationType.toLowerCase() === 'federated';
      return {
        id: `entra-domain:${id}`,
        kind: 'entra-domain',
        name: id,
        evidenceId,
        locate: id,
        outcome: isFederated ? 'pass' : 'warning',
        note: isFederated
          ? 'Sign-in is federated.'
          : 'Sign-in is managed: passwords are checked in the cloud or through an agent.',
      };
    });
    const federated = objects.filter(({ outcome }) => outcome === 'pass');
    if (federated.length === 0)
      return fail({
        summary: `Sign-in is managed in ${verified.length === 1 ? 'the only domain' : `all ${verified.length} domains`} of the tenant.`,
        objects: objects.map((object) => ({ ...object, outcome: 'fail' })),
      });
    const agents = inputs['host.services'].records.filter(({ data }) =>
      data.services.some(
        ({ name, state }) => name.toLowerCase() === passThroughAgent && state.toLowerCase() === 'running',
      ),
    );
    const hashes = [
      ...inputs['entra.synchronization'].records.flatMap(({ data }) => data.features.passwordSyncEnabled ?? []),
      ...inputs['connect.settings'].records.flatMap(({ data }) => data.passwordHashSync ?? []),
    ].some(Boolean);
    const managed = objects.filter(({ outcome }) => outcome !== 'pass').map(({ name }) => name);
    const remarks = [
      ...(managed.length > 0
        ? [`${listed(managed)} ${managed.length === 1 ? 'is' : 'are'} managed and must not hold pilot users (FED-001)`]
        : []),
      ...(agents.length > 0
        ? [`pass-through agents run on ${listed(agents.map(({ target }) => target))} without use`]
        : []),
    ];
    const backup = hashes
      ? ' Password hashes are synchronised as well, which is a sound backup while sign-in stays federated.'
      : '';
    const lead = `Sign-in is federated in ${federated.length} of ${countOf(verified.length, 'verified domain')}.`;
    const withAgents = agents.map(
      (record): JudgedObject => ({
        id: `host:${record.target}`,
        kind: 'computer',
        name: record.target,
        outcome: 'warning',
        note: 'A pass-through authentication agent runs here.',
        evidenceId: record.id,
      }),
    );
    const result = judged([...objects, ...withAgents], {
      summary: remarks.length === 0 ? `${lead}${backup}` : `${lead} But ${remarks.join('; ')}.${backup}`,
    });
    return result.outcome === 'warning' ? { ...result, severity: 'low' } : result;
  },
  remediation: {
    task: 'Keep federation as the sign-in method of the pilot.',
    steps: [
      'Keep federation as the sign-in method of every domain with pilot users.',
      'Remove pass-through authentication agents that are left over.',
    ],
    command: 'Get-MgDomain | Select-Object Id, AuthenticationType',
    verify: 'All domains of the pilot are Federated, and no agent is registered.',
    right: 'Hybrid Identity Administrator',
  },
});
