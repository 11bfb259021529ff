import { createDecipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../../vectors/wire/ciphertext.json' with { type: 'json' };
import {
  advanceHeaderAesGcm,
  packAdvanceCiphertext,
  packPublicCiphertext,
  toAdvanceBlob,
  toPublicBlob,
  unpackAdvanceCiphertext,
  unpackPublicCiphertext,
} from './ciphertext.js';
import { encryptionContextAad } from './encryption-context.js';
import { WireFormatError } from './wire-format.js';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

const parts = () =>
  fc.record({
    keyVersionId: fc.uuid(),
    iv: fc.uint8Array({ minLength: 12, maxLength: 12 }),
    ciphertext: fc.uint8Array({ minLength: 16 }),
  });

const header = () =>
  fc.record({
    cipherVersion: fc.nat({ max: 15 }),
    paddingMode: fc.nat({ max: 15 }),
    algorithm: fc.nat({ max: 255 }),
  });

const onlyWireFormatErrors = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(WireFormatError);
  }
};

describe('ciphertext blobs', () => {
  const vector = {
    keyVersionId: golden.keyVersionId,
    iv: hex(golden.ivHex),
    ciphertext: hex(golden.ciphertextHex),
  };

  it('have the documented layouts', () => {
    expect(packPublicCiphertext(vector)).toEqual(hex(golden.publicBlobHex));
    expect(packAdvanceCiphertext(vector)).toEqual(hex(golden.advanceBlobHex));
    expect(unpackPublicCiphertext(hex(golden.publicBlobHex))).toEqual(vector);
    expect(unpackAdvanceCiphertext(hex(golden.advanceBlobHex))).toEqual({ ...advanceHeaderAesGcm, ...vector });
  });

  it('become those of the other gateway', () => {
    expect(toAdvanceBlob(hex(golden.publicBlobHex))).toEqual(hex(golden.advanceBlobHex));
    expect(toPublicBlob(hex(golden.advanceBlobHex))).toEqual(hex(golden.publicBlobHex));
  });

  it('open with the encryption context as additional data', () => {
    const { iv, ciphertext } = unpackPublicCiphertext(hex(golden.publicBlobHex));
    const aad = encryptionContextAad(golden.encryptionContext, 'hex');
    if (aad === undefined) throw new Error('no additional data for a context');
    const decipher = createDecipheriv('aes-256-gcm', hex(golden.keyHex), iv).setAAD(aad);
    decipher.setAuthTag(ciphertext.subarray(-16));
    const plaintext = Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]);
    expect(plaintext.toString()).toBe(golden.plaintextText);
  });

  it('come apart into what they were made of', () => {
    fc.assert(
      fc.property(parts(), header(), (value, head) => {
        expect(unpackPublicCiphertext(packPublicCiphertext(value))).toEqual(value);
        expect(unpackAdvanceCiphertext(packAdvanceCiphertext({ ...value, ...head }))).toEqual({ ...value, ...head });
      }),
    );
  });

  it('arbitrary bytes come apart or are a WireFormatError', () => {
    const almost = fc.tuple(fc.uint8Array({ maxLength: 90 }), fc.boolean()).map(([bytes, marked]) => {
      if (marked && bytes.length > 0) bytes[0] = 0x24;
      return bytes;
    });
    fc.assert(
      fc.property(almost, (bytes) => {
        onlyWireFormatErrors(() => unpackPublicCiphertext(bytes));
        onlyWireFormatErrors(() => unpackAdvanceCiphertext(bytes));
      }),
    );
  });

  it('are refused when they are too short to hold a tag, or begin with something else', () => {
    expect(() => unpackPublicCiphertext(hex(golden.publicBlobHex).subarray(0, 63))).toThrow('too short');
    expect(() => unpackAdvanceCiphertext(hex(golden.publicBlobHex))).toThrow('does not begin with "$"');
    expect(() => unpackAdvanceCiphertext(new Uint8Array())).toThrow(WireFormatError);
  });

  it('are not made from parts that do not fit', () => {
    expect(() => packPublicCiphertext({ ...vector, keyVersionId: 'short' })).toThrow(WireFormatError);
    expect(() => packPublicCiphertext({ ...vector, iv: new Uint8Array(16) })).toThrow('16 bytes instead of 12');
    expect(() => packPublicCiphertext({ ...vector, ciphertext: new Uint8Array(15) })).toThrow('shorter than its tag');
  });
});
