import { Text } from '@fluentui/react-components';
import type { Contact } from '../../../../src-shared/model/contact';
import { DataTable } from '../../../ui/data-table';
import { Untrusted } from '../../../ui/untrusted';

/** Every host a run contacts, before it does. */
export function ContactTable({ contacts }: { readonly contacts: readonly Contact[] }) {
  if (contacts.length === 0) return <Text>Nothing: only the imported files are read. No network is used.</Text>;
  return (
    <DataTable
      label="What will be contacted"
      columns={['Host', 'Port', 'Protocol', 'What is sent', 'Right needed', 'Purpose']}
      rows={contacts.map((contact) => ({
        key: `${contact.host}:${contact.port} ${contact.protocol} ${contact.purpose}`,
        cells: [
          <Untrusted key="host">{contact.host}</Untrusted>,
          contact.port,
          contact.protocol,
          contact.sends,
          contact.rights,
          contact.purpose,
        ],
      }))}
    />
  );
}
