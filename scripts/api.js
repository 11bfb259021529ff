// What users can import and what it weighs: `npm run api` writes both down, `-- --check` holds the build against them.
import { checkDoors, checkReports } from './api/reports.js';
import { checkSizes } from './api/sizes.js';

const write = !process.argv.includes('--check');
const problems = [...checkReports(write), ...checkDoors(), ...(await checkSizes(write))];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
