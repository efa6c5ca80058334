import { element, xmlText } from './xml.mjs';

/**
 * Events as `wevtutil qe /f:xml` writes them, one after the other (Windows Event Log schema 1.0), the newest first.
 * An event is `{ id, time, level, provider, record, data }`; `data` are the values in their order.
 */
export const eventXml = ({ log, host, events }) =>
  events
    .map(({ id, time, level, provider, record, data }) =>
      xmlText(
        element(
          'Event',
          { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
          element(
            'System',
            {},
            element('Provider', { Name: provider }),
            element('EventID', {}, String(id)),
            element('Version', {}, '0'),
            element('Level', {}, String(level)),
            element('TimeCreated', { SystemTime: time }),
            element('EventRecordID', {}, String(record)),
            element('Channel', {}, log),
            element('Computer', {}, host),
          ),
          element(
            'EventData',
            {},
            data.map(([name, value]) => element('Data', { Name: name }, value)),
          ),
        ),
      ),
    )
    .join('\r\n');
