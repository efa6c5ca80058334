import { parseDsregcmd } from '../dsregcmd';
import { textsOf } from '../powershell/property-bag';
import { certificatesItem, connectivityItem, eventsItem, ownedCertificatesItem, registryItem } from './host-items';
import { type ItemDecoders, itemFact, type MainDecoder, theOnly } from './item-decoder';

const dsregcmdItem: MainDecoder = {
  kinds: ['client.dsregcmd'],
  target: ({ host }) => host,
  read(objects, { host }) {
    const lines = textsOf(theOnly(objects), 'lines');
    const { status, cutOff } = parseDsregcmd(Buffer.from((lines ?? []).join('\r\n'), 'utf8'), host);
    return [itemFact('client.dsregcmd', status.deviceName, status, Object.keys(status.fields).length, cutOff)];
  },
};

/** Items of `client.ps1`, beside those of every machine. */
export const clientItems: ItemDecoders = {
  dsregcmd: dsregcmdItem,
  registry: registryItem,
  'events.registration': eventsItem('Microsoft-Windows-User Device Registration/Admin'),
  'events.hello': eventsItem('Microsoft-Windows-HelloForBusiness/Operational'),
  'events.entra': eventsItem('Microsoft-Windows-AAD/Operational'),
  'certificates.user': ownedCertificatesItem('user'),
  'certificates.machine': certificatesItem('machine'),
  tpm: { supplements: 'system' },
  connectivity: connectivityItem,
};
