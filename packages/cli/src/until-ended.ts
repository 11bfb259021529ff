/**
 * Keeps this process until somebody ends it by SIGINT or SIGTERM; a second one ends it at once.
 *
 * @param hangUp what a SIGHUP asks for; must not fail
 */
export async function untilEnded(hangUp: () => Promise<void>): Promise<void> {
  const onHangUp = () => void hangUp();
  // Signal handlers keep no process, and neither do timers of a secret cache.
  const alive = setInterval(() => {}, 2 ** 30);
  process.on('SIGHUP', onHangUp);
  const ends = ['SIGINT', 'SIGTERM'] as const;
  await new Promise<void>((resolve) => {
    const end = () => {
      for (const signal of ends) process.off(signal, end);
      resolve();
    };
    for (const signal of ends) process.on(signal, end);
  });
  clearInterval(alive);
  process.off('SIGHUP', onHangUp);
}
