const ends = ['SIGINT', 'SIGTERM'] as const;

/**
 * A process that runs until SIGINT or SIGTERM; a second signal ends it at once. Create it before the work starts, so that
 * every signal is handled.
 */
export class Lifetime {
  /** Resolves when this process should end. */
  readonly ended: Promise<void>;
  /** Called on SIGHUP; must not fail. */
  hangUp: () => Promise<void> = async () => {};

  constructor() {
    const onHangUp = () => void this.hangUp();
    process.on('SIGHUP', onHangUp);
    this.ended = new Promise<void>((resolve) => {
      const end = () => {
        for (const signal of ends) process.off(signal, end);
        resolve();
      };
      for (const signal of ends) process.on(signal, end);
    });
  }

  /** Keeps the process alive until then: neither signal handlers nor timers of a secret cache do. */
  async wait(): Promise<void> {
    const alive = setInterval(() => {}, 2 ** 30);
    await this.ended;
    clearInterval(alive);
  }
}
