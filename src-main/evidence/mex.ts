import { printable } from './printable';
import { descendants, parseXml } from './xml';

/** The metadata exchange document of a WS-Trust service. */
export interface MetadataExchange {
  /** Address of each port by its name, e.g. `UserNameWSTrustBinding_IWSTrust13Async` → `https://…/adfs/services/trust/13/usernamemixed`. */
  readonly ports: readonly { readonly name: string; readonly address: string }[];
}

const portLimit = 200;

/** Reads the WSDL that `/adfs/services/trust/mex` gives. Throws an Error with a sentence when the text is no WSDL of a WS-Trust service. */
export function readMex(text: string): MetadataExchange {
  const root = parseXml(text);
  if (root.name !== 'definitions') throw new Error('The document is no WSDL');
  const ports = descendants(root, 'service')
    .flatMap((service) => descendants(service, 'port'))
    .slice(0, portLimit)
    .flatMap((port) => {
      const address = port.children
        .find(({ name, attributes }) => name === 'address' && attributes.has('location'))
        ?.attributes.get('location');
      return address === undefined
        ? []
        : [{ name: printable(port.attributes.get('name') ?? ''), address: printable(address, 2048) }];
    });
  if (!ports.some(({ name, address }) => /wstrust/iu.test(name) || /\/trust\//iu.test(address)))
    throw new Error('The WSDL has no port of a WS-Trust service');
  return { ports };
}
