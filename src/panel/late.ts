/** The panel's larger half, with the whole lesson, as the panel loads it on first use: a bundle of its own, so that nobody pays for it who never opens the panel. */

export { default as app } from '../lesson/app.py';
export { endpoints } from '../lesson/lesson';
export { panelContent, placeShown } from './content';
export { PanelSession } from './session';
