import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { type DemoName, demoNames } from '../../../src-shared/model/demo';
import type { Failure } from '../../api/answer';
import { enterDemo } from './enter-demo';

const titles: Readonly<Record<DemoName, { readonly customer: string; readonly about: string }>> = {
  contoso: { customer: 'Contoso', about: 'typical mistakes' },
  northwind: { customer: 'Northwind Traders', about: 'everything in order' },
  tailspin: { customer: 'Tailspin Toys', about: 'almost nothing collected' },
};

/** Opens the organisation with typical mistakes; its menu offers the others. */
export function DemoButton({ onTrouble }: { readonly onTrouble: (failure: Failure | undefined) => void }) {
  const [isBusy, setIsBusy] = useState(false);
  const tryDemo = async (name: DemoName): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    onTrouble(await enterDemo(name));
    setIsBusy(false);
  };
  return (
    <>
      <Button icon={<Beaker20Regular />} disabledFocusable={isBusy} onClick={() => void tryDemo('contoso')}>
        {isBusy ? 'Opening the demo…' : 'Try the demo'}
      </Button>
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton aria-label="Other demos" disabledFocusable={isBusy} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {demoNames.map((name) => (
              <MenuItem key={name} secondaryContent={titles[name].about} onClick={() => void tryDemo(name)}>
                {titles[name].customer}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
