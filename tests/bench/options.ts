export interface BenchOptions {
  readonly executablePath: string;
  readonly appAddress: string;
  readonly bareAddress: string;
  readonly dist: string;
  readonly isQuick: boolean;
}
