import { Fragment } from 'react';
import { printable } from '../../src-shared/model/printable';

/** Text from a network or a file that names paths: its lines end after a slash rather than in a name or before a comma. */
export function UntrustedPath({ children }: { readonly children: string }) {
  return (
    <bdi>
      {printable(children, 4096)
        .split(/(?<=[/\\])/u)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts keep their place
          <Fragment key={index}>
            {index === 0 ? null : <wbr />}
            {part}
          </Fragment>
        ))}
    </bdi>
  );
}
