import type { Attestation } from '../model/finding';

/** `attested by Imke Brandt on 2026-11-20`: the words by which every output tells what somebody said from what was read. */
export const attestedBy = ({ saidBy, saidOn }: Pick<Attestation, 'saidBy' | 'saidOn'>): string =>
  `attested by ${saidBy} on ${saidOn}`;
