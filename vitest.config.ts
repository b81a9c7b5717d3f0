import { defineConfig } from 'vitest/config';

const nowhere = ['**/node_modules/**', '**/dist/**'];
const database = './test/support/global.ts';

/** `npx vitest run --project rules`: pure, in an instant. The others start one PostgreSQL for the whole run. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['src/**/*.test.{ts,tsx}', 'test/support/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...nowhere, '**/*.db.test.{ts,tsx}'],
          // Loading the modules anew for each file costs as much again as the tests.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.{ts,tsx}', 'test/support/**/*.db.test.ts'],
          exclude: nowhere,
          globalSetup: database,
          // Each file has a database of its own.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // What a stranger may count on, asked of a really served house and of the command.
          name: 'contracts',
          include: ['test/contracts/**/*.test.ts'],
          exclude: nowhere,
          globalSetup: database,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          exclude: nowhere,
          globalSetup: database,
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], exclude: nowhere, testTimeout: 60_000, maxWorkers: 2 },
      },
    ],
  },
});
