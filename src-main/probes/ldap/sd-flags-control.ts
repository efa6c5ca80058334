import { type BerWriter, Control } from 'ldapts';

/** Owner, group and DACL; the SACL would need a right that readers do not have. */
const ownerGroupDacl = 7;

/** Asks for `nTSecurityDescriptor` without its SACL (MS-ADTS 3.1.1.3.4.1.11); without this control an ordinary account gets no descriptor at all. */
export class SdFlagsControl extends Control {
  constructor() {
    super('1.2.840.113556.1.4.801', { critical: true });
  }

  override writeControl(writer: BerWriter): void {
    const sequenceOfOneInteger = Buffer.from([0x30, 3, 2, 1, ownerGroupDacl]);
    writer.writeBuffer(sequenceOfOneInteger, 0x04);
  }
}
