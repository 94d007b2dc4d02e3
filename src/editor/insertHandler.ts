/** The command that asks for a framework, an operation and a resource, and writes the handler. */

import * as vscode from 'vscode';
import type { Framework } from '../core/framework';
import type { Outline } from '../core/outline';
import type { Service } from '../core/service';
import type { SnippetLibrary } from '../core/snippets/library';
import type { Section, Template } from '../core/snippets/template';
import { t } from '../text';
import { toSource, toWorkspaceEdit } from './convert';
import { isServed } from './documents';
import { besideWalkthrough, stepTaken } from './firstSteps';

export const insertHandlerCommand = 'statusCoach.insertRouteHandler';

/** What may be known before anybody is asked: by a key binding or a test. */
export interface Given {
  readonly framework?: string;
  readonly operation?: string;
  readonly resource?: string;
}

const title = () => t('Insert Route Handler');

export function registerInsertHandler(
  service: Service,
  frameworks: readonly Framework[],
  load: () => Promise<{ readonly library: SnippetLibrary }>,
): vscode.Disposable {
  async function run(given: Given = {}) {
    const editor = await servedEditor();
    if (!editor) return;
    const { document } = editor;
    const { library } = await load();
    const outline = await service.outline(toSource(document), document.offsetAt(editor.selection.active));
    const templates = library
      .templatesFor(document.languageId, frameworks)
      .filter(({ sections }) => handlersOf(sections).length > 0);
    if (!outline || templates.length === 0) {
      const words = outline ? t('No handler is written in this language yet.') : t('This file is too long to be read.');
      void vscode.window.showInformationMessage(words);
      return;
    }
    const template = await chooseFramework(templates, outline, given);
    const section = template && (await chooseOperation(handlersOf(template.sections), library, given));
    const resource = section && (await askForResource(library, given));
    const framework = frameworks.find(({ id }) => id === template?.framework);
    if (!template || !section || !resource || !framework) return;
    await write(editor, library, framework, template, section, resource);
  }

  async function write(
    editor: vscode.TextEditor,
    library: SnippetLibrary,
    framework: Framework,
    template: Template,
    section: Section,
    resource: readonly string[],
  ) {
    const { document } = editor;
    // What was asked took its time.
    const source = toSource(document);
    const offset = document.offsetAt(editor.selection.active);
    const outline = await service.outline(source, offset);
    if (!outline) return;
    const { insertSpaces, tabSize } = editor.options;
    const indent = insertSpaces === false ? '\t' : ' '.repeat(typeof tabSize === 'number' ? tabSize : 4);
    const request = { text: source.text, outline, offset, framework, template, section, resource, indent };
    const insertion = library.handlerInsertion(request);
    if ('refused' in insertion) {
      void vscode.window.showWarningMessage(insertion.refused);
      return;
    }
    if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, insertion.edits)))) return;
    stepTaken('insert');
    const start = document.positionAt(insertion.at);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** The file's own framework comes first. */
  async function chooseFramework(templates: readonly Template[], outline: Outline, given: Given) {
    const nameOf = ({ framework, name }: Template) =>
      name ?? frameworks.find(({ id }) => id === framework)?.name ?? framework;
    const own = templates.filter(({ framework }) => outline.frameworks.includes(framework));
    if (given.framework !== undefined) return templates.find(({ id }) => id === given.framework);
    const items = [...own, ...templates.filter((template) => !own.includes(template))].map((template) => ({
      label: nameOf(template),
      ...(own.includes(template) && { description: t('this file') }),
      template,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: title(), placeHolder: t('Framework') });
    return chosen?.template;
  }

  return vscode.commands.registerCommand(insertHandlerCommand, run);
}

/** The editor in front, or a new file where it shows nothing that a handler can be written into. */
async function servedEditor(): Promise<vscode.TextEditor | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor && isServed(editor.document)) return editor;
  const languages = [
    { label: 'Python', language: 'python' },
    { label: 'TypeScript', language: 'typescript' },
    { label: 'JavaScript', language: 'javascript' },
  ];
  const chosen = await vscode.window.showQuickPick(languages, {
    title: title(),
    placeHolder: t('Language of a new file'),
  });
  if (!chosen) return undefined;
  return await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: chosen.language, content: '' }),
    { preview: false, viewColumn: besideWalkthrough() },
  );
}

function handlersOf(sections: readonly Section[]): readonly Section[] {
  return sections.filter(({ isTest }) => !isTest);
}

async function chooseOperation(sections: readonly Section[], library: SnippetLibrary, { operation }: Given) {
  if (operation !== undefined) return sections.find((section) => section.operation === operation);
  const items = sections.map((section) => ({
    label: sentence(t(library.operationTitle(section.operation) ?? section.operation)),
    // What is typed for it in a file; it has words that the sentences lack, such as "conflict".
    description: `route-${section.operation}`,
    detail: t(section.description),
    section,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: title(),
    placeHolder: t('Operation'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.section;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

async function askForResource(library: SnippetLibrary, { resource }: Given): Promise<readonly string[] | null> {
  const typed =
    resource ??
    (await vscode.window.showInputBox({
      title: title(),
      prompt: t('One resource, in the singular: item, category, order line'),
      placeHolder: 'item',
      validateInput: (text) =>
        text.trim() === '' || library.resourceWords(text)
          ? null
          : t('One to three words of letters and digits, such as order line'),
    }));
  return typed === undefined ? null : library.resourceWords(typed.trim() === '' ? 'item' : typed);
}
