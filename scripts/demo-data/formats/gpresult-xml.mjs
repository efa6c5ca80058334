import { element, xmlText } from './xml.mjs';

const types = 'http://www.microsoft.com/GroupPolicy/Types';
const settings = 'http://www.microsoft.com/GroupPolicy/Settings';
const registry = 'http://www.microsoft.com/GroupPolicy/Settings/Registry';

function policyElement({ guid, name, domain, order = 0, filterAllowed = true, place }) {
  return element(
    'GPO',
    {},
    element('Name', {}, name),
    element(
      'Path',
      {},
      element('Identifier', { xmlns: types }, `{${guid}}`),
      element('Domain', { xmlns: types }, domain),
    ),
    element('VersionDirectory', {}, '5'),
    element('VersionSysvol', {}, '5'),
    element('Enabled', {}, 'true'),
    element('IsValid', {}, 'true'),
    element('FilterAllowed', {}, String(filterAllowed)),
    element('AccessDenied', {}, 'false'),
    element(
      'Link',
      {},
      element('SOMPath', {}, place),
      element('SOMOrder', {}, '1'),
      element('AppliedOrder', {}, String(order)),
      element('LinkOrder', {}, '1'),
      element('Enabled', {}, 'true'),
      element('NoOverride', {}, 'false'),
    ),
  );
}

const settingElement = ({ guid, domain, hive, key, name, data }) =>
  element(
    'q1:RegistrySetting',
    {},
    element(
      'GPO',
      { xmlns: settings },
      element('Identifier', { xmlns: types }, `{${guid}}`),
      element('Domain', { xmlns: types }, domain),
    ),
    element('Precedence', { xmlns: settings }, '1'),
    element('q1:KeyPath', {}, `${hive}\\${key}`),
    element('q1:AdmSetting', {}, 'false'),
    element('q1:Value', {}, element('q1:Name', {}, name), element('q1:Number', {}, String(data))),
  );

const half = (name, { account, domain, unit, policies, values }) =>
  element(
    name,
    {},
    element('Version', {}, '2228227'),
    element('Name', {}, account),
    element('Domain', {}, domain),
    element('SOM', {}, unit),
    element('Site', {}, 'Berlin'),
    policies.map(policyElement),
    element(
      'ExtensionData',
      {},
      element(
        'Extension',
        { 'xmlns:q1': registry, 'xsi:type': 'q1:RegistrySettings', xmlns: settings },
        values.map(settingElement),
      ),
      element('Name', { xmlns: settings }, 'Registry'),
    ),
  );

/** The report of `gpresult /x`: UTF-16 with a mark. `computer` and `user` are `{ account, domain, unit, policies, values }`. */
export function gpresultXml({ readAt, computer, user }) {
  const report = element(
    'Rsop',
    {
      'xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      xmlns: 'http://www.microsoft.com/GroupPolicy/Rsop',
    },
    element('ReadTime', {}, readAt),
    element('DataType', {}, 'LoggedData'),
    half('UserResults', user),
    half('ComputerResults', computer),
  );
  return Buffer.from(`\ufeff<?xml version="1.0" encoding="utf-16"?>\r\n${xmlText(report)}`, 'utf16le');
}
