import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Text } from '@fluentui/react-components';
import { DataTable } from '../../ui/data-table';
import { components } from './components';

/** Open-source software in the app. */
export function Licences() {
  return (
    <Accordion collapsible>
      <AccordionItem value="licences">
        <AccordionHeader as="h3">Licences of the software inside</AccordionHeader>
        <AccordionPanel>
          <Text>Hello Preflight itself is under the MIT licence. It contains:</Text>
          <DataTable
            label="Licences"
            columns={['Component', 'Licence', 'What for']}
            rows={components.map(({ name, licence, use }) => ({ key: name, cells: [name, licence, use] }))}
          />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
