import { createRequire } from 'node:module';

/** @auth0/cose as CommonJS: Node.js 18 cannot load its modules. */
export const { Algorithms, Headers, ProtectedHeaders, Sign1 } = createRequire(import.meta.url)('@auth0/cose');
