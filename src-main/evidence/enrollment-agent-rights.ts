import type { AgentRestriction, EnrollmentAgentRights } from '../../src-shared/model/evidence/authority-settings';
import { present } from './present';
import { printable } from './printable';
import { daclEntries, decodeSecurityDescriptor, sidAt } from './security-descriptor';

/** Types of the entries and their mask (MS-CSRA 2.2.1.11; MS-DTYP 2.4.4.6 and 2.4.4.7). */
const allowedCallback = 0x09;
const deniedCallback = 0x0a;
const agentMask = 0x0001_0000;

/** A CA with more would not be administered by hand. */
const mostSubjects = 1000;

/**
 * Decodes the registry value `EnrollmentAgentRights` of a CA (MS-CSRA 2.2.1.11): a security descriptor whose entries carry, behind the SID of the agent, on whose
 * behalf it may request and which template. Undefined when the descriptor is damaged; without `restrictions` when it is one, but an entry is not of that form:
 * half a list would lie about who may do what.
 */
export function decodeEnrollmentAgentRights(bytes: Buffer): EnrollmentAgentRights | undefined {
  const descriptor = decodeSecurityDescriptor(bytes);
  if (descriptor === undefined) return undefined;
  const restrictions = descriptor.hasDacl ? daclEntries(bytes)?.map(restrictionOf) : undefined;
  const isWhole = restrictions?.every((one): one is AgentRestriction => one !== undefined) === true;
  return isWhole ? { ...descriptor, restrictions } : descriptor;
}

function restrictionOf(entry: Buffer): AgentRestriction | undefined {
  const [type] = entry;
  if ((type !== allowedCallback && type !== deniedCallback) || entry.length < 8) return undefined;
  if (entry.readUInt32LE(4) !== agentMask) return undefined;
  const agent = sidAt(entry, 8);
  if (agent === undefined) return undefined;
  const said = applicationData(entry.subarray(8 + sidLength(entry, 8)));
  return said === undefined ? undefined : { allows: type === allowedCallback, agent, ...said };
}

/** Number of bytes of the SID that begins at `offset` (MS-DTYP 2.4.2.2). */
const sidLength = (bytes: Buffer, offset: number): number => 8 + 4 * (bytes[offset + 1] ?? 0);

/** SIDCount, that many SIDs, and the name of the template up to its null character; where nothing follows the SIDs, it is every template. */
function applicationData(bytes: Buffer): Pick<AgentRestriction, 'subjects' | 'template'> | undefined {
  if (bytes.length < 4) return undefined;
  const count = bytes.readUInt32LE(0);
  if (count > mostSubjects) return undefined;
  const subjects: string[] = [];
  let at = 4;
  for (let index = 0; index < count; index += 1) {
    const sid = sidAt(bytes, at);
    if (sid === undefined) return undefined;
    subjects.push(sid);
    at += sidLength(bytes, at);
  }
  const rest = bytes.subarray(at);
  if (rest.length === 0) return { subjects };
  const end = rest
    .subarray(0, rest.length - (rest.length % 2))
    .toString('utf16le')
    .indexOf('\0');
  if (end < 0) return undefined;
  return { subjects, ...present({ template: printable(rest.toString('utf16le', 0, 2 * end), 255) || undefined }) };
}
