import { fileURLToPath } from 'node:url';

/** The whole project's folder: this is a copy of its web/ when CTest runs it. */
export const source = process.env.PEHCHAN_SOURCE ?? fileURLToPath(new URL('../../..', import.meta.url));
