/** Lists the English texts that are data and translated where they are shown: of codes, decisions, frameworks, rules, handlers and the course. */

import type { Framework } from '../src/core/framework';
import type { Rule } from '../src/core/rule';
import { operationTitle } from '../src/core/snippets/operations';
import type { Template } from '../src/core/snippets/template';
import { allStatusCodes, statusClassNames } from '../src/core/statusCodes';
import { decisions } from '../src/core/statusCodes/decisions';
import { everydayTexts } from '../src/core/statusCodes/everyday';
import { examples } from '../src/editor/exampleFiles';
import { textsOfBlock } from '../src/lesson/chapter';
import { chapters } from '../src/lesson/course';
import { endpoints } from '../src/lesson/lesson';
import type { Text } from './codeTexts';

export function dataTexts(
  rules: readonly Rule[],
  frameworks: readonly Framework[],
  templates: readonly Template[],
): readonly Text[] {
  return [
    ...Object.values(statusClassNames).map((name) => ({ text: name.toLowerCase(), from: 'classes of codes' })),
    ...allStatusCodes.flatMap((status) =>
      from(`code ${status.code}`, [
        status.owner,
        status.meaning.beginner,
        status.when,
        status.meaning.advanced,
        ...status.confusedWith.map(({ difference }) => difference),
        ...status.headers.map(({ purpose }) => purpose),
        status.retry,
      ]),
    ),
    ...Object.entries(everydayTexts).flatMap(([code, phrases]) => from(`words to find ${code} by`, [phrases])),
    ...decisions.flatMap((node) =>
      node.kind === 'question'
        ? from('the chooser', [node.ask, ...node.answers.flatMap(({ text, detail }) => [text, detail])])
        : from(`the chooser, ${node.code}`, [node.reason, node.note]),
    ),
    ...rules.flatMap(({ id, summary }) => from(`rule ${id}`, [summary])),
    ...frameworks.flatMap((framework) => from(`framework ${framework.name}`, textsOfFramework(framework))),
    ...templates.flatMap(({ sections }) =>
      from(
        'handlers to insert',
        sections.flatMap(({ operation, description }) => [operationTitle(operation), description]),
      ),
    ),
    ...examples.flatMap(({ label, detail }) => from('examples to show', [label, detail])),
    ...chapters.flatMap(({ id, title, goal, beginner, advanced, exercises }) =>
      from(`chapter ${id}`, [
        title,
        goal,
        ...[...beginner, ...advanced].flatMap(textsOfBlock),
        ...exercises.flatMap(({ task, hints, lesson }) => [task, ...hints, lesson]),
      ]),
    ),
    ...endpoints.flatMap(({ method, path, title, teaches, examples }) =>
      from(`endpoint ${method} ${path}`, [
        title,
        teaches.beginner,
        teaches.advanced,
        ...examples.map(({ label }) => label),
      ]),
    ),
  ];
}

function from(place: string, texts: readonly (string | null | undefined)[]): Text[] {
  return texts.flatMap((text) => (text && isProse(text) ? [{ text, from: place }] : []));
}

function textsOfFramework(framework: Framework): (string | null | undefined)[] {
  return [
    ...framework.automatic.map(({ when }) => when),
    ...framework.answers.withoutContent.map(({ effect }) => effect),
    framework.bodyless?.effect,
    framework.raisedSuccess,
    ...(framework.misplaced ?? []).map(({ effect }) => effect),
    ...(framework.validity ?? []).flatMap(({ otherwise, words, string }) => [otherwise, words, string]),
    ...framework.constants.map(({ deprecation }) => deprecation),
  ];
}

const phrases = new Set(allStatusCodes.flatMap(({ phrase, formerPhrases }) => [phrase, ...formerPhrases]));

/** Not a number, a method, a reason phrase or nothing but code, which are the same in every language. */
export function isProse(text: string): boolean {
  const words = text.replaceAll(/`[^`]*`|\b\dxx\b/g, '').replace(/^\d{3} /, '');
  return /\p{L}\p{Ll}|\p{Ll}\p{L}/u.test(words) && !phrases.has(words);
}
