import type { Client } from 'alibabacloud-kms-sdk';

/** Where a column is, and the key of its values. */
interface ColumnPlace {
  /** A symmetric key: id or alias. */
  keyId: string;
  table: string;
  column: string;
}

/** Turns the texts of one column into ciphertexts of KMS and back. */
export class SealedColumn {
  readonly #client: Client;
  readonly #place: ColumnPlace;

  constructor(client: Client, place: ColumnPlace) {
    this.#client = client;
    this.#place = place;
  }

  /** @param rowId must be known before the row is written, and never change: a UUID, not a number that counts up */
  async seal(rowId: string, value: string): Promise<Uint8Array> {
    const { keyId } = this.#place;
    const { ciphertextBlob } = await this.#client.advanceEncrypt({ keyId, plaintext: value, aad: this.#aad(rowId) });
    return ciphertextBlob;
  }

  /** @throws KmsServiceError when it was sealed for another row, column or table, or was changed */
  async open(rowId: string, sealed: Uint8Array | ArrayBuffer): Promise<string> {
    const ciphertextBlob = new Uint8Array(sealed);
    const { plaintext } = await this.#client.advanceDecrypt({ ciphertextBlob, aad: this.#aad(rowId) });
    return Buffer.from(plaintext).toString();
  }

  /** JSON, so that no two places have the same text. */
  #aad(rowId: string): string {
    return JSON.stringify([this.#place.table, this.#place.column, rowId]);
  }
}
