/** Tells the engine where a document stands: the versions of its project and the habit of its workspace. */

import * as vscode from 'vscode';
import type { Habit, Source, Surroundings } from '../core/model';
import type { Service } from '../core/service';
import { servedLanguage } from '../engine';
import { createHabits } from './habits';
import { createProjects } from './projects';
import { keepSettings } from './settings';

export interface InformedService extends Service {
  /** What is known around documents has changed, so that their findings may have. */
  readonly onDidChange: vscode.Event<void>;
  /** Of that, the versions that projects count on. */
  readonly onDidChangeProjects: vscode.Event<void>;
  /** What is known around a source now, by its address and language. */
  surroundingsOf(uri: vscode.Uri, languageId: string): Promise<Surroundings>;
  /** The habit of the workspace as far as it is counted. */
  currentHabit(): Habit;
}

/** The service, with what is known of the surroundings added to every source whose findings depend on them. */
export function withSurroundings(service: Service, log: vscode.LogOutputChannel): InformedService {
  const settings = keepSettings();
  const projects = createProjects();
  const habits = createHabits(service, log);
  const changed = new vscode.EventEmitter<void>();
  projects.onDidChange(() => changed.fire());
  habits.onDidChange(() => changed.fire());

  async function surroundingsOf(uri: vscode.Uri, languageId: string): Promise<Surroundings> {
    const served = servedLanguage(languageId);
    const project = served ? await projects.of(uri, served.language) : null;
    return { project, habit: habits.current };
  }

  async function placed(source: Source): Promise<Source> {
    return { ...source, surroundings: await surroundingsOf(vscode.Uri.parse(source.uri), source.languageId) };
  }

  return {
    ...service,
    onDidChange: changed.event,
    onDidChangeProjects: projects.onDidChange,
    surroundingsOf,
    currentHabit: () => habits.current,
    async findings(source, severityOf) {
      habits.learn(source, await service.scan(source));
      return service.findings(await placed(source), severityOf);
    },
    completions: async (source, offset) => service.completions(await placed(source), offset),
    glance: async (source, severityOf) => service.glance(await placed(source), severityOf),
    fixAll: async (source, severityOf, isWanted) => service.fixAll(await placed(source), severityOf, isWanted),
    outline: async (source, offset) => service.outline(await placed(source), offset),
    spellings: async (source, selection) => service.spellings(await placed(source), selection),
    writeCode: async (source, selection, code) => service.writeCode(await placed(source), selection, code),
    spellAll: async (source, to) => service.spellAll(await placed(source), to),
    dispose() {
      settings.dispose();
      projects.dispose();
      habits.dispose();
      changed.dispose();
      service.dispose();
    },
  };
}
