import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Text } from '@fluentui/react-components';
import type { ListedFinding } from '../../../src-shared/ipc/findings';
import { unknownGroups } from '../../../src-shared/model/unknown-groups';
import { useCatalogue } from '../../shell/catalogue-store';
import { go } from '../../shell/navigation-store';
import { quantity } from '../../text/quantity';
import { Card } from '../../ui/card';
import { FindingLink } from '../../ui/finding-link';
import { showFinding } from './show-findings';

/** What is not known, grouped by what has to be done to know it. */
export function UnknownCard({ rows }: { readonly rows: readonly ListedFinding[] }) {
  const catalogue = useCatalogue((state) => state.byId);
  const groups = unknownGroups(
    rows.filter(({ countedAs }) => countedAs === 'unknown'),
    catalogue,
  );
  const aside = (
    <Button size="small" onClick={() => go({ screen: 'setup', step: 'sources' })}>
      Go to Sources
    </Button>
  );
  return (
    <Card title="What is not known, and how to find out" {...(groups.length === 0 ? {} : { aside })}>
      {groups.length === 0 ? <Text>Every check that applies has an answer.</Text> : null}
      <Accordion collapsible multiple>
        {groups.map((group) => (
          <AccordionItem key={group.title} value={group.title}>
            <AccordionHeader as="h3">
              {group.title}: {quantity(group.rows.length, 'check')}
            </AccordionHeader>
            <AccordionPanel>
              <Text block>{group.howToFindOut}</Text>
              {group.rows.map((row) => (
                <FindingLink key={row.checkId} row={row} onOpen={() => showFinding(row.checkId)} />
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </Card>
  );
}
