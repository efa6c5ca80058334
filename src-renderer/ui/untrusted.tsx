import { printable } from '../../src-shared/model/printable';

/** Text from a network or a file: deceptive characters made visible, its direction kept from spilling over. */
export function Untrusted({ children }: { readonly children: string }) {
  return <bdi>{printable(children, 4096)}</bdi>;
}
