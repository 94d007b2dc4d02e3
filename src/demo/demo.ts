/** The demo as the panel loads it, on first use: a bundle of its own, so that nobody pays for it who never opens the panel. */

export { connectOverSocket } from './client';
export { connectInProcess } from './inProcess';
