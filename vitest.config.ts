import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Against hanging only: no limit in seconds decides a test. */
const HANGS = 600_000;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    globalSetup: ['tests/machine.ts', 'tests/temporary-folder.ts'],
    // Vitest would leave one core to its main process, which has little to do here.
    maxWorkers: availableParallelism(),
    testTimeout: HANGS,
    hookTimeout: HANGS,
    expect: { poll: { timeout: HANGS } },
  },
});
