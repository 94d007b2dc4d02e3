/** Draws the course: the list of chapters, and a chapter with its prose, requests to try and exercises. */

import { html, nothing, type TemplateResult } from 'lit';
import type { PanelBlock, PanelChapter, PanelLevel, PanelRequest } from '../protocol';
import type { Actions } from './actions';
import { exerciseList } from './exercises';
import { jsonProblemAt } from './json';
import { chosenChapter, entryCalled, exercisesFor, nextChapter, type PageModel, phraseOf } from './model';
import { choiceRow, linkButton, requestLine, statusLabel } from './parts';
import { prose } from './prose';
import { languageTabs } from './sources';
import { strings } from './strings';

const words = strings.course;

export function course(model: PageModel, actions: Actions): TemplateResult {
  const chapter = chosenChapter(model);
  return chapter ? chapterPage(model, chapter, actions) : chapterList(model, actions);
}

function levelOf({ live }: PageModel): PanelLevel {
  return live?.level ?? 'beginner';
}

function levelSwitch(model: PageModel, actions: Actions): TemplateResult {
  const { label, beginner, advanced } = strings.level;
  const choices = [
    { value: 'beginner' as const, label: beginner },
    { value: 'advanced' as const, label: advanced },
  ];
  return choiceRow('choices', label, choices, levelOf(model), (level) => actions.setLevel(level));
}

function chapterList(model: PageModel, actions: Actions): TemplateResult {
  const chapters = model.content?.chapters ?? [];
  const solved = new Set(model.live?.progress.solved);
  const counts = chapters.map((chapter) => {
    const all = exercisesFor(chapter, levelOf(model));
    return { chapter, all: all.length, solved: all.filter(({ id }) => solved.has(id)).length };
  });
  const total = counts.reduce((sum, { all }) => sum + all, 0);
  const done = counts.reduce((sum, count) => sum + count.solved, 0);
  return html`
    <section aria-labelledby="chapters-title">
      <h2 id="chapters-title" class="unseen">${words.chapters}</h2>
      ${levelSwitch(model, actions)}
      <div class="progress">
        <progress max=${total} value=${done} aria-label=${words.progress(done, total)}></progress>
        <p class="quiet">${words.progress(done, total)}</p>
      </div>
      <ol class="chapters">
        ${counts.map(
          (count, index) => html`
            <li>
              <button type="button" class="row chapter" id="chapter-${count.chapter.id}" @click=${() => actions.openChapter(count.chapter.id)}>
                <span class="number" aria-hidden="true">${index + 1}</span>
                <span class="title">${count.chapter.title}</span>
                <span class="badge" title=${words.progress(count.solved, count.all)}>
                  ${
                    count.solved === count.all
                      ? html`<span class="codicon codicon-check" aria-hidden="true"></span>`
                      : nothing
                  }
                  <span aria-hidden="true">${words.solvedOf(count.solved, count.all)}</span>
                  <span class="unseen">${words.progress(count.solved, count.all)}</span>
                </span>
                <span class="goal quiet">${count.chapter.goal}</span>
              </button>
            </li>
          `,
        )}
      </ol>
      <p class="links">
        ${linkButton(words.openApp, actions.openApp)}
        ${done > 0 ? linkButton(words.resetProgress, actions.resetProgress) : nothing}
      </p>
    </section>
  `;
}

function chapterPage(model: PageModel, chapter: PanelChapter, actions: Actions): TemplateResult {
  const next = nextChapter(model);
  return html`
    <section class="chapter-page" aria-labelledby="chapter-title">
      ${linkButton(words.back, () => actions.openChapter(null), 'arrow-left')}
      <h2 id="chapter-title" tabindex="-1">${chapter.title}</h2>
      <p class="quiet">${chapter.goal}</p>
      ${levelSwitch(model, actions)}
      <div class="prose">
        ${chapter[levelOf(model)].map((block, index) =>
          drawBlock(model, block, `${chapter.id}.${levelOf(model)}.${index}`, actions),
        )}
      </div>
      ${exerciseList(model, chapter, exercisesFor(chapter, levelOf(model)), actions)}
      ${
        next
          ? html`<p>${linkButton(words.next(next.title), () => actions.openChapter(next.id), 'arrow-right')}</p>`
          : nothing
      }
    </section>
  `;
}

type TryBlock = Extract<PanelBlock, { kind: 'try' }>;

function drawBlock(model: PageModel, block: PanelBlock, id: string, actions: Actions): TemplateResult {
  switch (block.kind) {
    case 'text':
      return html`<p>${prose(block.text)}</p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${prose(item)}</li>`)}
      </ul>`;
    case 'table':
      return html`<div class="table" tabindex="0" role="group" aria-label=${block.head.join(', ')}>
        <table role="table">
          <thead>
            <tr>
              ${block.head.map((cell) => html`<th scope="col">${prose(cell)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${block.rows.map(
              (row) => html`<tr role="row">
                ${row.map((cell) => html`<td role="cell">${prose(cell)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
    case 'takeaway':
      return html`<p class="takeaway">
        <span class="codicon codicon-lightbulb" aria-hidden="true"></span>
        <span><strong>${words.takeaway}:</strong> ${prose(block.text)}</span>
      </p>`;
    case 'try':
      return tryBlock(model, block, id, actions);
    case 'code': {
      const language = model.kept.language;
      return html`<div class="listing">
        ${languageTabs(`code-${id}`, language, actions)}
        <pre class="code" tabindex="0" role="tabpanel" id="code-${id}" aria-label=${strings.sources[language]}>${block[language]}</pre>
      </div>`;
    }
  }
}

function tryBlock(model: PageModel, { request, status, look }: TryBlock, id: string, actions: Actions): TemplateResult {
  const entry = model.tried?.block === id ? entryCalled(model, model.tried.entry) : undefined;
  const answer = entry?.exchange.response;
  return html`
    <div class="try" role="group" aria-label="${request.method} ${request.target}">
      <div class="try-line">
        ${requestLine(request.method, request.target)}
        <vscode-button
          secondary
          aria-label="${words.send} ${request.method} ${request.target}"
          ?disabled=${model.pending !== null}
          @click=${() => actions.send(request, id)}
          >${words.send}</vscode-button
        >
      </div>
      ${extras(request).map((line) => html`<code class="extras quiet">${line}</code>`)}
      ${
        answer && entry
          ? html`<p class="try-answer">
                ${statusLabel(answer.status, phraseOf(model, answer.status, answer.reason))}
              </p>
              <p>${answer.status === status ? prose(look) : words.notAsExpected}</p>
              <p class="links">${linkButton(words.seeExchange, () => actions.showEntry(entry))}
                ${answer.status === status ? nothing : linkButton(strings.server.reset, actions.resetData)}</p>`
          : html`<p class="links quiet">
              <span>${words.expects(status)}</span> ${linkButton(words.compose, () => actions.compose(request))}
            </p>`
      }
    </div>
  `;
}

/** What a request has beyond its first line and the usual headers, and what may be all that it is about. */
function extras({ headers, body }: PanelRequest): readonly string[] {
  const special = headers.filter(([name]) => !['accept', 'content-type'].includes(name.toLowerCase()));
  const content = body === null ? [] : [jsonProblemAt(body) === null ? JSON.stringify(JSON.parse(body)) : body];
  return [...special.map(([name, value]) => `${name}: ${value}`), ...content];
}
