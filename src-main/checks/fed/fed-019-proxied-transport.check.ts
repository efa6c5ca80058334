import type { WindowsTransportAnswer } from '../../../src-shared/model/evidence/adfs';
import type { AdfsEndpointSetting } from '../../../src-shared/model/evidence/adfs-settings';
import { isSameHost } from '../../evidence/derived/forest-scope';
import { defineCheck } from '../define-check';
import { unknown } from '../result';
import { listed } from '../wording';
import { type FarmVerdict, judgeFarms } from './judge-farms';

const transport = /^\/adfs\/services\/trust\/(?:2005|13)\/windowstransport$/u;

export default defineCheck({
  id: 'FED-019',
  revision: 1,
  why: 'Windows authentication on the internet lets anybody try passwords and lock accounts, past the lockout protection of the proxy.',
  sources: [
    'https://learn.microsoft.com/entra/identity/devices/hybrid-join-manual',
    'https://learn.microsoft.com/windows-server/identity/ad-fs/deployment/best-practices-securing-ad-fs',
  ],
  outcomes: ['pass', 'fail'],
  needs: ['adfs.endpoint-settings?', 'adfs.endpoints?'],
  evaluate({ 'adfs.endpoint-settings': settings, 'adfs.endpoints': endpoints }) {
    const seen = endpoints.records.filter(({ data }) => data.windowsTransport !== undefined);
    const unset = seen.filter(({ data }) => !settings.records.some(({ target }) => isSameHost(target, data.host)));
    const farms = [...settings.records, ...unset.map((record) => ({ ...record, target: record.data.host }))];
    if (farms.length === 0) {
      const [gap] = [...settings.gaps, ...endpoints.gaps];
      return unknown(gap?.reason ?? 'not-collected', {
        summary:
          `Neither the endpoints of AD FS were exported nor were they asked from outside. ${gap?.message ?? ''}`.trim(),
      });
    }
    return judgeFarms<'adfs.endpoint-settings' | 'adfs.endpoints'>(farms, ({ target }) => {
      const own = settings.records.find((record) => isSameHost(record.target, target));
      const view = seen.find(({ data }) => isSameHost(data.host, target))?.data.windowsTransport;
      return judgeFarm(own && judgeEndpoints(own.data.endpoints), view && judgeAnswers(view));
    });
  },
  remediation: {
    task: 'Take the windowstransport endpoints off the proxy.',
    steps: ['Take the addresses off the proxy and restart AD FS on every node.'],
    command: [
      'Set-AdfsEndpoint -TargetAddressPath /adfs/services/trust/2005/windowstransport -Proxy $false',
      'Set-AdfsEndpoint -TargetAddressPath /adfs/services/trust/13/windowstransport -Proxy $false',
      'Restart-Service adfssrv',
    ].join('\n'),
    verify: 'From the internet both addresses answer 503 or 404.',
    revert: '`Set-AdfsEndpoint … -Proxy $true`; not advised.',
    right: 'AD FS administrator',
  },
});

/** An address that answers outside is exposed whatever the export says; otherwise either source alone decides. */
function judgeFarm(bySettings: FarmVerdict | undefined, byView: FarmVerdict | undefined): FarmVerdict {
  const verdicts = [bySettings, byView].filter((verdict) => verdict !== undefined);
  const decisive =
    verdicts.find(({ outcome }) => outcome === 'fail') ??
    verdicts.find(({ outcome }) => outcome === 'pass') ??
    verdicts[0];
  if (decisive === undefined) throw new Error('A farm is judged by its settings or by its answers');
  return { ...decisive, observations: verdicts.flatMap(({ observations }) => observations ?? []) };
}

/** What the proxy answers for an address it does not publish; a firewall may refuse it itself. */
const unpublished: readonly number[] = [403, 404, 503];

function judgeAnswers(answers: readonly WindowsTransportAnswer[]): FarmVerdict {
  const observations = answers.map(({ path, status, offersWindows, problem }) => ({
    label: `${path}, asked from outside`,
    observed:
      status === undefined
        ? (problem ?? 'no answer')
        : `status ${status}${offersWindows ? ', asks for Windows authentication' : ''}`,
    expected: 'status 404 or 503',
    ...(status === undefined ? {} : { matches: unpublished.includes(status) }),
  }));
  const exposed = answers.filter(({ offersWindows }) => offersWindows).map(({ path }) => path);
  if (exposed.length > 0)
    return {
      outcome: 'fail',
      note: `${listed(exposed)} ${exposed.length === 1 ? 'asks' : 'ask'} for Windows authentication when called from outside.`,
      observations,
    };
  if (answers.length === 0 || answers.some(({ status }) => status === undefined || !unpublished.includes(status)))
    return {
      outcome: 'unknown',
      reason: 'unreachable',
      note: 'The answers from outside do not tell whether windowstransport is published.',
      observations,
    };
  return { outcome: 'pass', note: 'Windows authentication over WS-Trust does not answer outside.', observations };
}

function judgeEndpoints(endpoints: readonly AdfsEndpointSetting[]): FarmVerdict {
  const transports = endpoints.filter(({ path }) => transport.test(path));
  if (transports.length === 0)
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The list of endpoints does not hold windowstransport.',
    };
  const observations = transports.map(({ path, enabled, proxy }) => ({
    label: path,
    observed: proxy === undefined ? 'not returned' : enabled && proxy ? 'on the proxy' : 'not on the proxy',
    expected: 'not on the proxy',
    ...(proxy === undefined ? {} : { matches: !(enabled && proxy) }),
  }));
  const exposed = transports.filter(({ enabled, proxy }) => enabled && proxy === true).map(({ path }) => path);
  if (exposed.length > 0)
    return {
      outcome: 'fail',
      note: `${listed(exposed)} ${exposed.length === 1 ? 'is' : 'are'} published on the proxy.`,
      observations,
    };
  if (transports.some(({ enabled, proxy }) => enabled && proxy === undefined))
    return {
      outcome: 'unknown',
      reason: 'not-collected',
      note: 'The export does not say which endpoints are on the proxy.',
      observations,
    };
  return { outcome: 'pass', note: 'Windows authentication over WS-Trust is not published on the proxy.', observations };
}
