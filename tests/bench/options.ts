export interface BenchOptions {
  readonly executablePath: string;
  readonly appAddress: string;
  readonly bareAddress: string;
  readonly dist: string;
  /** Leaves out what takes minutes. */
  readonly isQuick: boolean;
  /** Names of the parts that are measured; empty: all of them. */
  readonly only: readonly string[];
  /** Numbers of nodes. */
  readonly sizes: readonly number[];
  /** Each in a fresh profile. */
  readonly passes: number;
}
