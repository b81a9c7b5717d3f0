export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export interface Options {
  readonly only?: readonly string[];
  readonly pg?: string;
  readonly help?: boolean;
  readonly error?: string;
}
export const PARTS: readonly string[];
export const usage: string;
export function readOptions(args: readonly string[]): Options;
export function countTests(reportFile: string, exitCode: number, mayBeEmpty?: boolean): Counts;
export function failuresOf(reportFile: string, counts: Counts, printed: readonly string[]): string[];
export function sum(results: readonly Counts[]): Counts;
export function totalLine(total: Counts): string;
