import { domain, domainController, fabrikam, type LabUser, secondDomainController, users } from '../../facts.ts';

/** A domain controller of the lab as build and run need it. */
export interface Controller {
  /** Its folder below the lab's. */
  readonly folder: string;
  /** NetBIOS name in lower case. */
  readonly name: string;
  readonly hostName: string;
  readonly address: string;
  readonly domain: {
    readonly dnsName: string;
    readonly realm: string;
    readonly netBiosName: string;
    readonly sid: string;
  };
  /** The first one of a domain serves DNS, SYSVOL and RPC too, not only LDAP and Kerberos. */
  readonly isFirst: boolean;
  readonly administrator: LabUser;
  /** Who signs in to see whether it is ready. */
  readonly reader: LabUser;
}

const accounts = { administrator: users.administrator, reader: users.reader };

export const firstController: Controller = { ...domainController, ...accounts, folder: 'dc1', domain, isFirst: true };

export const secondController: Controller = {
  ...secondDomainController,
  ...accounts,
  folder: 'dc2',
  domain,
  isFirst: false,
};

/** The domain controller of the other forest. */
export const fabrikamController: Controller = {
  ...fabrikam.domainController,
  ...fabrikam.users,
  folder: 'fabrikam',
  domain: fabrikam.domain,
  isFirst: true,
};
