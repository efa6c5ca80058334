import type { EvidenceDraft, EvidenceFailure } from '../../../src-shared/model/evidence';
import { type Probe, ProbeFailure, type ProbeTarget } from '../../engine/probe';
import { answerTarget } from '../../evidence/derived/dns-answers';
import { printable } from '../../evidence/printable';
import { type DnsClient, type DnsReply, openDns } from './dns-client';
import { dnsContacts } from './dns-contacts';
import { type DnsQuestion, questionGroups } from './questions';

interface NamesTarget extends ProbeTarget {
  readonly questions: readonly DnsQuestion[];
}

/** Questions in flight at a time. */
const batchSize = 10;
const valueLimit = 200;

/** Asks DNS what domain members and devices ask: for domain controllers, device registration, the federation service and CAs. */
const namesProbe: Probe<NamesTarget> = {
  id: 'dns',
  channel: 'dns',
  rights: 'None',
  deadline: 5 * 60_000,

  targets: (input) =>
    input.live.dns
      ? questionGroups(input).map(({ id, title, questions }) => ({
          id: `dns:${id}`,
          title,
          hosts: ['DNS'],
          questions,
        }))
      : [],

  contacts: (live) =>
    live.dns
      ? dnsContacts(
          live,
          'Names of domains, sites, UPN suffixes, the federation service and CAs',
          'See what clients are told about domain controllers, device registration, AD FS and CAs',
        )
      : [],

  gives: ({ questions }) =>
    questions.map((question) => ({ kind: 'dns.answer', target: answerTarget(question.name, question.type) })),

  async *collect({ questions }, { live, signal, progress }) {
    const dns = openDns(live.dnsServers, signal);
    try {
      for (let start = 0; start < questions.length; start += batchSize) {
        const batch = questions.slice(start, start + batchSize);
        progress(`Asking DNS for ${batch[0]?.name ?? ''}`, start);
        const replies = await Promise.all(batch.map((question) => ask(dns, question)));
        for (const [index, question] of batch.entries()) yield draftOf(question, replies[index] ?? noReply, dns);
        const asked = replies.filter((reply) => reply !== unaskable);
        // Servers that answer none of a batch would only be waited for.
        if (asked.length > 0 && asked.every(({ result }) => result === 'failed'))
          throw new ProbeFailure(failureOf(noReply, dns));
      }
    } finally {
      dns.close();
    }
  },
};

export default namesProbe;

/** Values as text, so that all types are told alike. */
type TextReply = DnsReply<string>;

const noReply = { result: 'failed', code: 'no answer' } as const;
const unaskable = { result: 'failed', code: 'a name that cannot be asked for' } as const;

async function ask(dns: DnsClient, { name, type }: DnsQuestion): Promise<TextReply> {
  // Node would ask for the punycode of other characters, which is another name: Active Directory writes UTF-8 into DNS.
  if (!/^[\x21-\x7e]{1,255}$/u.test(name)) return unaskable;
  switch (type) {
    case 'A':
      return dns.addresses(name, 4);
    case 'AAAA':
      return dns.addresses(name, 6);
    case 'CNAME':
      return dns.aliases(name);
    case 'SRV': {
      const reply = await dns.services(name);
      if (reply.result !== 'answered') return reply;
      const records = reply.records.map(
        ({ priority, weight, port, name: target }) => `${priority} ${weight} ${port} ${target}`,
      );
      return { result: 'answered', records };
    }
  }
}

function draftOf(question: DnsQuestion, reply: TextReply, dns: DnsClient): EvidenceDraft<'dns.answer'> {
  const { servers } = dns;
  const { name, type } = question;
  const base = {
    kind: 'dns.answer',
    target: answerTarget(name, type),
    source: { way: 'probe', by: 'dns', location: `dns://${servers[0] ?? ''}/${name}?type=${type}` },
  } as const;
  if (reply.result === 'failed') return { ...base, status: 'failed', failure: failureOf(reply, dns), facts: 0 };
  const records = reply.result === 'answered' ? reply.records : [];
  const values = records.map((value) => printable(value.toLowerCase(), 300)).sort();
  return {
    ...base,
    status: 'complete',
    data: { name, type, result: reply.result, values: values.slice(0, valueLimit), servers: [...servers] },
    facts: values.length,
    notes: values.length > valueLimit ? [`Only ${valueLimit} of ${values.length} values are kept.`] : [],
  };
}

const failureOf = ({ code }: { readonly code: string }, { servers }: DnsClient): EvidenceFailure => ({
  reason: 'unreachable',
  code: 'dns-question-failed',
  message: `The DNS servers ${servers.join(', ')} gave no answer (${code}), so nothing is known about this name.`,
  next: 'Check that these servers can be reached from here and answer for these names, or enter others.',
});
