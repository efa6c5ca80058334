import { type EntraArea, type EntraSource, entraAreas } from '../../../src-shared/model/plan';
import { graphList } from '../../evidence/graph/lists';
import { topicsOf } from '../../evidence/graph/topics';
import { cloudHosts } from '../../knowledge/cloud-hosts';

/** The two services of a Microsoft cloud: who issues tokens, and who answers with them. */
export interface EntraCloud {
  /** Origin of the authority, such as `https://login.microsoftonline.com`. */
  readonly login: URL;
  /** Origin of Microsoft Graph; also the resource that permissions are asked for. */
  readonly graph: URL;
}

const cloud = (signIn: string, graph: string): EntraCloud => ({
  login: new URL(`https://${signIn}`),
  graph: new URL(graph),
});

/** https://learn.microsoft.com/graph/deployments; the authorities are those MSAL knows, so it asks nobody where they are. */
export const entraClouds: Readonly<Record<EntraSource['cloud'], EntraCloud>> = {
  global: cloud(cloudHosts.global.signIn, 'https://graph.microsoft.com'),
  usgov: cloud(cloudHosts.usgov.signIn, 'https://graph.microsoft.us'),
  china: cloud(cloudHosts.china.signIn, 'https://microsoftgraph.chinacloudapi.cn'),
};

/** What is read of a tenant besides what always is; the plan may leave areas out. */
export const areasOf = ({ areas }: Pick<EntraSource, 'areas'>): readonly EntraArea[] => areas ?? entraAreas;

/** Delegated permissions of Microsoft Graph, the least its reference names for what is always read. */
const basicPermissions: readonly string[] = [
  'Organization.Read.All',
  'Domain.Read.All',
  'Device.Read.All',
  'User.Read.All',
];

/** Delegated permissions for this source, each once. */
export const permissionsOf = (source: Pick<EntraSource, 'areas'>): readonly string[] => {
  const lists = topicsOf(areasOf(source)).flatMap((topic) => topic.lists.map(graphList));
  return [...new Set([...basicPermissions, ...lists.flatMap(({ permissions }) => permissions)])];
};

/** Microsoft Graph Command Line Tools: a public client that every tenant can use, known to administrators from Connect-MgGraph. */
export const defaultClientId = '14d82eec-204b-4c2f-b7e8-296a70dab67e';
