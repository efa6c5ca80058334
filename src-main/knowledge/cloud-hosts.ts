/** The Microsoft clouds the product knows, by the names sources use. */
export type CloudName = 'global' | 'usgov' | 'china';

/** Hosts a client meets when it registers and signs in. */
export interface CloudHosts {
  /** Who issues tokens. */
  readonly signIn: string;
  /** Sign-in with the certificate of the device; TLS must reach it unbroken. */
  readonly deviceSignIn: string;
  readonly registration: string;
  /** Seamless single sign-on, where that is used; not every cloud has it. */
  readonly seamlessSignOn?: string;
}

/** https://learn.microsoft.com/entra/identity/devices/hybrid-join-plan, and for the clouds of the US Government and of 21Vianet their own lists. */
export const cloudHosts: Readonly<Record<CloudName, CloudHosts>> = {
  global: {
    signIn: 'login.microsoftonline.com',
    deviceSignIn: 'device.login.microsoftonline.com',
    registration: 'enterpriseregistration.windows.net',
    seamlessSignOn: 'autologon.microsoftazuread-sso.com',
  },
  usgov: {
    signIn: 'login.microsoftonline.us',
    deviceSignIn: 'device.login.microsoftonline.us',
    registration: 'enterpriseregistration.microsoftonline.us',
  },
  china: {
    signIn: 'login.partner.microsoftonline.cn',
    deviceSignIn: 'device.login.partner.microsoftonline.cn',
    registration: 'enterpriseregistration.partner.microsoftonline.cn',
  },
};

export const cloudNames: readonly CloudName[] = ['global', 'usgov', 'china'];

/** Names clouds have for people. */
export const cloudTitles: Readonly<Record<CloudName, string>> = {
  global: 'the global cloud',
  usgov: 'the cloud of the US Government',
  china: 'the cloud operated by 21Vianet in China',
};
