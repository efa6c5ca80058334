/** Open-source software that ships inside the app; `tests/unit/renderer/components.test.ts` holds it against the installed packages. */
export const components = [
  { name: 'electron', licence: 'MIT', use: 'Window and runtime' },
  { name: 'react', licence: 'MIT', use: 'Screens' },
  { name: 'react-dom', licence: 'MIT', use: 'Screens' },
  { name: '@fluentui/react-components', licence: 'MIT', use: 'Controls' },
  { name: '@fluentui/react-icons', licence: 'MIT', use: 'Icons' },
  { name: '@tanstack/react-virtual', licence: 'MIT', use: 'Long lists' },
  { name: 'zustand', licence: 'MIT', use: 'State of the screens' },
  { name: 'zod', licence: 'MIT', use: 'Checking of messages and files' },
  { name: 'better-sqlite3', licence: 'MIT', use: 'Encrypted engagement files (better-sqlite3-multiple-ciphers)' },
  { name: 'ldapts', licence: 'MIT', use: 'Reading domain controllers' },
  { name: '@azure/msal-node', licence: 'MIT', use: 'Sign-in to Entra ID' },
  { name: '@peculiar/asn1-schema', licence: 'MIT', use: 'Certificates' },
  { name: '@peculiar/asn1-x509', licence: 'MIT', use: 'Certificates' },
  { name: 'fast-xml-parser', licence: 'MIT', use: 'XML files' },
  { name: 'tldts', licence: 'MIT', use: 'Public domain suffixes' },
] as const;
