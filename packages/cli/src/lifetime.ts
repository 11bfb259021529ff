const ends = ['SIGINT', 'SIGTERM'] as const;

/**
 * A process that runs until somebody ends it by SIGINT or SIGTERM; a second one ends it at once. To be made before the work
 * begins, so that no signal finds the process unprepared.
 */
export class Lifetime {
  /** Resolves when this process is to end. */
  readonly ended: Promise<void>;
  /** What a SIGHUP asks for; must not fail. */
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

  /** Keeps the process until then: signal handlers do not, and neither do timers of a secret cache. */
  async wait(): Promise<void> {
    const alive = setInterval(() => {}, 2 ** 30);
    await this.ended;
    clearInterval(alive);
  }
}
