/** The demo as its users load it, on first use: a bundle of its own, so that nobody pays for it who never needs it. */

export { connectOverSocket } from './client';
export { connectInProcess } from './inProcess';
export { startDemoServer } from './server';
