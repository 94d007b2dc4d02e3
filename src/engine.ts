/** The engine as the editor and its reading thread load it, late and once for both: a bundle of its own, without any of Node's modules. */

export { readRoutes } from './background/routeReading';
export { sourceText } from './background/sourceText';
export { codeTitle, firstSteps, offers, stepAt } from './core/features/chooser';
export { codeCards } from './core/features/codeCards';
export { inHabit } from './core/features/findings';
export { fixables } from './core/features/fixAll';
export { inlayHints } from './core/features/inlayHints';
export { mirroredRoutes } from './core/features/mirrored';
export { exportRoutes } from './core/features/routeExport';
export { filterRoutes } from './core/features/routeFilter';
export { findingCounts, namedStatus, routeRows, shownPath, worstSeverity } from './core/features/routeMap';
export { routeTree } from './core/features/routeTree';
export { addHabits, habitOf, noHabit } from './core/habit';
export { languageOfPath, servedLanguage, servedLanguages } from './core/languages';
export { positionsOf } from './core/positions';
export { isManifest, manifestGlob, readProject } from './core/project/project';
export { rulePage } from './core/rules/pages';
export { rules } from './core/rules/registry';
export { createService } from './core/service';
export { mayBeOffered } from './core/snippets/words';
export { statusClass, statusClassNames } from './core/statusCodes';
export { frameworks } from './frameworks/registry';
