import { Accordion, AccordionHeader, AccordionItem, AccordionPanel } from '@fluentui/react-components';
import { quantity } from '../../../text/quantity';
import { DataTable } from '../../../ui/data-table';
import { Untrusted } from '../../../ui/untrusted';

export interface Query {
  readonly name: string;
  readonly type: string;
  readonly server: string;
  readonly result: string;
}

/** Each DNS query with its answer: how the targets were found. */
export function QueryList({ queries }: { readonly queries: readonly Query[] }) {
  return (
    <Accordion collapsible>
      <AccordionItem value="queries">
        <AccordionHeader as="h3">
          How they were found: {quantity(queries.length, 'DNS query', 'DNS queries')}
        </AccordionHeader>
        <AccordionPanel>
          <DataTable
            label="DNS queries"
            columns={['Name', 'Type', 'Server', 'Answer']}
            rows={queries.map(({ name, type, server, result }) => ({
              key: `${type} ${name}`,
              cells: [
                <Untrusted key="name">{name}</Untrusted>,
                type,
                server,
                <Untrusted key="result">{result}</Untrusted>,
              ],
            }))}
          />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
