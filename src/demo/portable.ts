/** The demo as far as it opens no port: a bundle of its own, loaded on first use, that runs in Node and in a browser. */

export { createDemoApp } from './app';
export { HTTPException } from './fastapi';
export { connectInProcess } from './inProcess';
export { plainParts } from './plainResponse';
export { requestLike } from './starlette';
export { DemoStore } from './store';
