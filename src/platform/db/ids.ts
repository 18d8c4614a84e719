import { v7 } from 'uuid';

/** A new public id: UUIDv7, made in code, so that rows made after one another stand after one another. */
export const newId = (): string => v7();
