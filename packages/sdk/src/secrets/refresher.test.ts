import { expect, test } from 'vitest';
import { Entry } from './entries.js';
import { Refresher } from './refresher.js';

/**
 * How many timer lists Node.js has, one for each duration; the list of the longest possible wait comes last in their
 * queue.
 */
function timerLists(): number {
  const last = setTimeout(() => {}, 2 ** 31 - 1);
  const { _idlePrev: list } = last as unknown as { _idlePrev: { priorityQueuePosition: number } };
  const { priorityQueuePosition } = list;
  clearTimeout(last);
  return priorityQueuePosition;
}

test('waits that are given up for earlier ones leave nothing behind in the process', () => {
  const refresher = new Refresher({
    now: () => 0,
    entries: () => [],
    refresh: async () => {},
    batches: () => false,
  });
  const before = timerLists();
  const entry = new Entry({ name: 'app/db', stage: 'ACSCurrent' });
  for (let dueAt = 600_000; dueAt > 599_000; dueAt -= 1) refresher.schedule(Object.assign(entry, { dueAt }));
  refresher.close();
  expect(timerLists() - before).toBeLessThanOrEqual(1);
});
