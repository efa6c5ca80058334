import { visibleCharacters } from '../text/visible-characters';

/** Text from a network or a file: deceptive characters made visible, its direction kept from spilling over. */
export function Untrusted({ children }: { readonly children: string }) {
  return <bdi>{visibleCharacters(children)}</bdi>;
}
