import { type FileHandle, open, rm } from 'node:fs/promises';
import { KmsConfigurationError } from '../errors.js';
import { fileProblem } from '../util/file-paths.js';

/** A file that was not there before, empty, for its owner only: what is to be in it will find a place. */
export class NewFile {
  readonly #path: string;
  readonly #handle: FileHandle;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  /** @throws KmsConfigurationError `ClientKey.Unwritable` */
  static async make(path: string): Promise<NewFile> {
    try {
      return new NewFile(path, await open(path, 'wx', 0o600));
    } catch (error) {
      throw unwritable(path, error as NodeJS.ErrnoException);
    }
  }

  /**
   * On the disk before anybody is told that it is there: a client key is given out once only.
   *
   * @throws KmsConfigurationError `ClientKey.Unwritable`
   */
  async write(content: string): Promise<void> {
    try {
      await this.#handle.writeFile(content);
      await this.#handle.sync();
      await this.#handle.close();
    } catch (error) {
      throw unwritable(this.#path, error as NodeJS.ErrnoException);
    }
  }

  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.#path, { force: true });
  }
}

function unwritable(path: string, cause: NodeJS.ErrnoException): KmsConfigurationError {
  const why = cause.code === 'EEXIST' ? 'it is there already, and is not overwritten' : fileProblem(cause);
  const message = `client key file ${path} cannot be written: ${why}`;
  return new KmsConfigurationError('ClientKey.Unwritable', message, { cause });
}
