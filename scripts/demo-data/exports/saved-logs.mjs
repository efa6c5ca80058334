import { eventXml } from '../formats/event-xml.mjs';
import { hostOf } from '../organisation.mjs';
import { provisioningEvents } from '../servers/provisioning-events.mjs';

/** Rows of events as collectors have them, as somebody saved the log of the machine; the newest has the number `newest`. */
const savedLog = (org, name, log, rows, newest) =>
  eventXml({
    log,
    host: hostOf(org, name),
    events: rows.map(([id, time, level, provider, ...values], index) => ({
      id,
      time,
      level,
      provider,
      record: newest - index,
      data: values.map((value, place) => [`Param${place + 1}`, value]),
    })),
  });

/** What the KDC of a domain controller wrote to its system log. */
export const kdcLog = (org, controller) =>
  savedLog(org, controller.name, 'System', controller.collected.events.kdc, 90_412);

/** The log of Windows Hello for Business of a client. */
export const helloLog = (org, client) =>
  savedLog(
    org,
    client.device.name,
    'Microsoft-Windows-HelloForBusiness/Operational',
    provisioningEvents(client).hello,
    1207,
  );
