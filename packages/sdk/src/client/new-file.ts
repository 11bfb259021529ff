import { type FileHandle, open, rm } from 'node:fs/promises';
import { KmsConfigurationError } from '../errors.js';
import { fileProblem } from '../util/file-paths.js';

/** Creates an empty file, for its owner only, before there is content for it: a path that cannot be written fails early. */
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
   * Returns only once the content is on disk: KMS hands out a client key only once.
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
