export interface BenchOptions {
  readonly executablePath: string;
  readonly appAddress: string;
  readonly bareAddress: string;
  readonly dist: string;
  /** Leaves out what takes minutes. */
  readonly isQuick: boolean;
  /** Numbers of nodes. */
  readonly sizes: readonly number[];
  /** Each in a fresh profile. */
  readonly passes: number;
}
