/** Starts the shop on this machine only. */

import { app } from './app.js';

app.listen(3000, '127.0.0.1');
