/** Bits of `groupType` (MS-ADTS 2.2.12). */
export const groupTypeBit = { global: 0x2, domainLocal: 0x4, universal: 0x8, security: 0x8000_0000 } as const;
