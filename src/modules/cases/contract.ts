export * from './contract-signal.ts';
