/** The demo with its server, as Node loads it on first use: a bundle of its own, so that nobody pays for it who never needs it. */

export { connectOverSocket } from './client';
export { connectInProcess } from './portable';
export { startDemoServer } from './server';
