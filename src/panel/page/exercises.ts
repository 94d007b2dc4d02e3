/** Draws exercises: what to do, hints one at a time, and how it stands; and the open one where requests are made. */

import { html, nothing, type TemplateResult } from 'lit';
import type { PanelChapter, PanelExercise } from '../protocol';
import type { Actions } from './actions';
import { openExercise, type PageModel } from './model';
import { linkButton } from './parts';
import { prose } from './prose';
import { strings } from './strings';

const words = strings.exercise;

export function exerciseList(
  model: PageModel,
  _chapter: PanelChapter,
  exercises: readonly PanelExercise[],
  actions: Actions,
): TemplateResult {
  return html`
    <h3 id="exercises-title">${strings.course.exercises}</h3>
    <ol class="exercises" aria-labelledby="exercises-title">
      ${exercises.map((exercise) => html`<li>${card(model, exercise, actions)}</li>`)}
    </ol>
  `;
}

function card(model: PageModel, exercise: PanelExercise, actions: Actions): TemplateResult {
  const isOpen = model.live?.exercise === exercise.id;
  return html`
    <div class="exercise ${isOpen ? 'open' : ''}" role="group" aria-label=${exercise.task.replaceAll('`', '')}>
      <p>${standing(model, exercise)} ${prose(exercise.task)}</p>
      ${isOpen ? openParts(model, exercise, actions) : nothing}
      <p class="links">
        ${
          isOpen
            ? html`${linkButton(words.compose, () => actions.keep({ tab: 'requests' }))}
              ${linkButton(words.stop, () => actions.startExercise(null))}`
            : linkButton(words.start, () => actions.startExercise(exercise.id))
        }
      </p>
    </div>
  `;
}

/** Above the composer, so that the task and what it needs are on one screen. */
export function exerciseBanner(model: PageModel, actions: Actions): TemplateResult | typeof nothing {
  const open = openExercise(model);
  if (!open) return nothing;
  const { chapter, exercise } = open;
  return html`
    <section class="banner" aria-label=${words.open}>
      <p>${standing(model, exercise)} ${prose(exercise.task)}</p>
      ${openParts(model, exercise, actions)}
      <p class="links">
        ${
          model.isWide
            ? nothing
            : linkButton(words.backToChapter, () => {
                actions.openChapter(chapter.id);
              })
        }
        ${linkButton(words.stop, () => actions.startExercise(null))}
      </p>
    </section>
  `;
}

function openParts(model: PageModel, exercise: PanelExercise, actions: Actions): TemplateResult {
  const isSolved = model.live?.progress.solved.includes(exercise.id) === true;
  if (isSolved) return html`<p class="lesson">${prose(exercise.lesson)}</p>`;
  const wasShown = model.live?.progress.shown.includes(exercise.id) === true;
  const open = Math.min(model.kept.hints[exercise.id] ?? 0, exercise.hints.length);
  return html`
    <p class="quiet">${wasShown ? words.played : words.how}</p>
    ${
      open === 0
        ? nothing
        : html`<ol class="hints" aria-label=${words.hints}>
            ${exercise.hints.slice(0, open).map((hint) => html`<li>${prose(hint)}</li>`)}
          </ol>`
    }
    <p class="links">
      ${
        open < exercise.hints.length
          ? linkButton(words.hint(open, exercise.hints.length), () => actions.openHint(exercise.id), 'lightbulb')
          : nothing
      }
      <button
        type="button"
        class="link"
        title=${words.showMeTitle}
        ?disabled=${model.pending !== null}
        @click=${() => actions.showSolution(exercise.id)}
      >
        <span class="codicon codicon-play" aria-hidden="true"></span>${words.showMe}
      </button>
    </p>
  `;
}

function standing({ live }: PageModel, { id }: PanelExercise): TemplateResult {
  const [icon, text] = live?.progress.solved.includes(id)
    ? ['pass-filled', words.solved]
    : live?.progress.shown.includes(id)
      ? ['eye', words.shown]
      : ['circle-large-outline', words.todo];
  return html`<span class="standing standing-${icon}" title=${text}
    ><span class="codicon codicon-${icon}" aria-hidden="true"></span><span class="unseen">${text}.</span></span
  >`;
}
