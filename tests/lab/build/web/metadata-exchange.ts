interface TrustPort {
  readonly binding: string;
  readonly contract: 'IWSTrustFeb2005Async' | 'IWSTrust13Async';
  readonly path: string;
}

/** Endpoints a farm has enabled after hybrid join was set up; `windowstransport` must only be seen from inside. */
const ports: readonly TrustPort[] = [
  { binding: 'WindowsWSTrustBinding', contract: 'IWSTrustFeb2005Async', path: '2005/windowstransport' },
  { binding: 'CertificateWSTrustBinding', contract: 'IWSTrustFeb2005Async', path: '2005/certificatemixed' },
  { binding: 'UserNameWSTrustBinding', contract: 'IWSTrustFeb2005Async', path: '2005/usernamemixed' },
  { binding: 'WindowsWSTrustBinding', contract: 'IWSTrust13Async', path: '13/windowstransport' },
  { binding: 'CertificateWSTrustBinding', contract: 'IWSTrust13Async', path: '13/certificatemixed' },
  { binding: 'UserNameWSTrustBinding', contract: 'IWSTrust13Async', path: '13/usernamemixed' },
];

const definitions = [
  'xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"',
  'xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"',
  'xmlns:wsa10="http://www.w3.org/2005/08/addressing"',
  'xmlns:tns="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice"',
].join(' ');

/** The WSDL at /adfs/services/trust/mex, with bindings and addresses but without their policies. */
export function metadataExchange(host: string): string {
  const names = ports.map((port) => `${port.binding}_${port.contract}`);
  const bindings = ports.map((port, index) => bindingElement(names[index] ?? '', port.contract));
  const elements = ports.map((port, index) =>
    portElement(names[index] ?? '', `https://${host}/adfs/services/trust/${port.path}`),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<wsdl:definitions name="SecurityTokenService" targetNamespace="http://schemas.microsoft.com/ws/2008/06/identity/securitytokenservice" ${definitions}>`,
    ...bindings,
    `<wsdl:service name="SecurityTokenService">${elements.join('')}</wsdl:service>`,
    '</wsdl:definitions>',
  ].join('');
}

function bindingElement(name: string, contract: string): string {
  return `<wsdl:binding name="${name}" type="tns:${contract}"><soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/></wsdl:binding>`;
}

function portElement(name: string, address: string): string {
  const reference = `<wsa10:EndpointReference><wsa10:Address>${address}</wsa10:Address></wsa10:EndpointReference>`;
  return `<wsdl:port name="${name}" binding="tns:${name}"><soap12:address location="${address}"/>${reference}</wsdl:port>`;
}
