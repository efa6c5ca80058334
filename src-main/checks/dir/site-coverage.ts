import type { Site, SiteServer } from '../../../src-shared/model/evidence/forest';
import { answerTarget, answerTo, hostsOfServices, siteKerberosService } from '../../evidence/derived/dns-answers';
import { isSameHost } from '../../evidence/derived/forest-scope';
import {
  controllersOfSite,
  domainOfServer,
  type KerberosReach,
  kerberosReach,
} from '../../evidence/derived/site-controllers';
import type { Verdict } from '../../evidence/derived/verdict';
import type { Collected } from '../define-check';
import { listed } from '../wording';

/** What a site is judged with. */
export interface SiteView {
  /** All sites of the forest: a covering controller stands in another one. */
  readonly sites: readonly Site[];
  /** Domains whose clients need a controller; empty = not known. */
  readonly domains: readonly string[];
  readonly answers: Collected<'dns.answer'>;
  readonly states: Collected<'ad.controller-state'>;
}

/** Whether clients of a site find a writable domain controller. */
export function judgeSite(site: Site, view: SiteView): Verdict {
  const own = controllersOfSite(site).filter((server) => servesPilot(server, view.domains));
  const writable = own.filter(({ directoryService }) => directoryService === 'writable');
  if (writable.length > 0) return judgeReach(writable, view);
  if (own.length > 0)
    return {
      outcome: 'warning',
      note: 'Its domain controllers are read-only; writing and some sign-ins go elsewhere.',
    };
  return judgeCoverage(site, view);
}

const servesPilot = (server: SiteServer, domains: readonly string[]): boolean => {
  const domain = domainOfServer(server);
  return domains.length === 0 || domain === undefined || domains.some((name) => isSameHost(name, domain));
};

/** Where nobody asked, the directory's word is taken; a controller that was asked and kept silent is not called reachable. */
function judgeReach(writable: readonly SiteServer[], { states }: SiteView): Verdict {
  const reaches = writable.map(
    ({ dnsHostName }): KerberosReach => (dnsHostName === undefined ? 'unasked' : kerberosReach(dnsHostName, states)),
  );
  const names = listed(writable.map(({ name }) => name));
  if (reaches.some((reach) => reach === 'open' || reach === 'unasked'))
    return { outcome: 'pass', note: `Has ${names}, writable.` };
  if (reaches.includes('silent'))
    return { outcome: 'unknown', reason: 'unreachable', note: `Has ${names}, but none of them answered from here.` };
  return { outcome: 'warning', note: `Has ${names}, but none of them takes Kerberos connections from here.` };
}

/** A site without a controller is covered when controllers of other sites register for it in DNS. */
function judgeCoverage(site: Site, { sites, domains, answers }: SiteView): Verdict {
  const asked = domains.map((domain) => siteKerberosService(site.name, domain));
  const replies = asked.map((name) => answerTo(answers.records, name, 'SRV'));
  const hosts = [...new Set(replies.flatMap((reply) => (reply === undefined ? [] : hostsOfServices(reply.data))))];
  if (hosts.length > 0) return judgeCovering(hosts, sites);
  if (domains.length > 0 && replies.every((reply) => reply !== undefined))
    return { outcome: 'warning', note: 'Has no domain controller, and none registers for it in DNS.' };
  const gap = answers.gaps.find(({ target }) =>
    asked.some((name) => target.toLowerCase() === answerTarget(name, 'SRV')),
  );
  return {
    outcome: 'unknown',
    reason: gap?.reason ?? 'not-collected',
    note: `Has no domain controller; whether one of another site covers it is not known${gap === undefined ? ': DNS was not asked' : ''}.`,
  };
}

function judgeCovering(hosts: readonly string[], sites: readonly Site[]): Verdict {
  const servers = sites.flatMap(controllersOfSite);
  const isReadOnly = (host: string): boolean =>
    servers.some(
      ({ dnsHostName, directoryService }) => isSameHost(dnsHostName ?? '', host) && directoryService === 'read-only',
    );
  return hosts.every(isReadOnly)
    ? { outcome: 'warning', note: `Is covered by ${listed(hosts)}, read-only.` }
    : { outcome: 'pass', note: `Has no domain controller of its own and is covered by ${listed(hosts)}.` };
}
