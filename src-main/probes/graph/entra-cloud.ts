import type { EntraSource } from '../../../src-shared/model/plan';

/** The two services of a Microsoft cloud: who issues tokens, and who answers with them. */
export interface EntraCloud {
  /** Origin of the authority, such as `https://login.microsoftonline.com`. */
  readonly login: URL;
  /** Origin of Microsoft Graph; also the resource that permissions are asked for. */
  readonly graph: URL;
}

const cloud = (login: string, graph: string): EntraCloud => ({ login: new URL(login), graph: new URL(graph) });

/** https://learn.microsoft.com/graph/deployments; the authorities are those MSAL knows, so it asks nobody where they are. */
export const entraClouds: Readonly<Record<EntraSource['cloud'], EntraCloud>> = {
  global: cloud('https://login.microsoftonline.com', 'https://graph.microsoft.com'),
  usgov: cloud('https://login.microsoftonline.us', 'https://graph.microsoft.us'),
  china: cloud('https://login.partner.microsoftonline.cn', 'https://microsoftgraph.chinacloudapi.cn'),
};

/** Delegated permissions of Microsoft Graph, the least its reference names for what is read. */
export const permissions = ['Organization.Read.All', 'Domain.Read.All', 'Device.Read.All'] as const;

/** Microsoft Graph Command Line Tools: a public client that every tenant can use, known to administrators from Connect-MgGraph. */
export const defaultClientId = '14d82eec-204b-4c2f-b7e8-296a70dab67e';
