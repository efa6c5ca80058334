/** What a probe wants to connect to. */
export interface Endpoint {
  /** Host name the certificate must carry, or an IP address. */
  readonly host: string;
  readonly port: number;
  /** `typed`: a person named it as a source; `found`: it comes from collected evidence or a server's answer and is trusted less. */
  readonly origin: 'typed' | 'found';
}

/** `dc1.contoso.com:636` for sentences. */
export const endpointName = ({ host, port }: Endpoint): string =>
  host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
