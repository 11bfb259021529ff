// Common to the clients for Node.js: gets the address of the local KMS, runs the tasks that arrive as lines, and reports what
// each cost.
const { createInterface } = require('node:readline');

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

exports.readFacts = async () => JSON.parse((await lines.next()).value);

/** @param tasks by name: a function that makes one call; or `{ prepare(calls), call }`, of which only `call` is measured */
exports.serveTasks = async (tasks) => {
  for await (const line of lines) {
    const { task, calls, atOnce } = JSON.parse(line);
    const { prepare, call } = typeof tasks[task] === 'function' ? { call: tasks[task] } : tasks[task];
    await prepare?.(calls);
    const times = [];
    let left = calls;
    const work = async () => {
      while (left-- > 0) {
        const start = performance.now();
        await call();
        times.push(performance.now() - start);
      }
    };
    const before = process.cpuUsage();
    const start = performance.now();
    await Promise.all(Array.from({ length: atOnce }, work));
    const ms = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    times.sort((a, b) => a - b);
    const result = {
      cpuMs: (user + system) / 1_000,
      ms,
      p50Ms: times[Math.floor(times.length / 2)],
      memoryMb: process.memoryUsage.rss() / 2 ** 20,
    };
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
};
