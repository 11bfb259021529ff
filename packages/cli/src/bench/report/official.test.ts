import { expect, test } from 'vitest';
import { noCounts } from '../measure/counts.js';
import { newHistogram } from '../measure/histogram.js';
import { measuredOf } from '../measure/measured.js';
import { localTime, officialDetail, officialTitle } from './official.js';

test('the report has the form of the benchmark tools of the KMS SDKs', () => {
  const service = newHistogram();
  for (const ms of [12, 20, 658]) service.recordValue(ms * 1000);
  const counts = { ...noCounts(), requests: 5, responses: 3, clientErrors: 1, limitExceeded: 2, timeouts: 4 };
  const date = new Date(2023, 5, 16, 16, 46, 0);
  expect(localTime(date)).toBe('2023-06-16 16:46:00');
  expect(officialTitle('Statistics', date)).toBe('----------------- Statistics: [2023-06-16 16:46:00]--------------');
  expect(officialTitle(49, date)).toBe('----------------- Time_49: [2023-06-16 16:46:00]--------------');
  expect(officialDetail(measuredOf({ counts, service }, 2000), 2.9)).toBe(
    '[Benchmark-Detail]\tRequestCount: 5\tResponseCount: 3\tTPS: 2\tAvgTPS: 1\n' +
      'MaxOnceTimeCost: 658 ms\tMinOnceTimeCost: 12 ms\tAvgOnceTimeCost: 230 ms\n' +
      'ClientErrorCount: 1\tLimitExceededErrorCount: 2\tTimeoutErrorCount: 4',
  );
});
