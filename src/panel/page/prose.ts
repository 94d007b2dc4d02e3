/** Draws the little markup that the course has: `code`, **strong words** and [links](https://...). */

import { html, type TemplateResult } from 'lit';

export type Piece =
  | { readonly kind: 'plain' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

const markup = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(markup)) {
    const [whole, code, strong, label, url] = match;
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    if (code !== undefined) pieces.push({ kind: 'code', text: code });
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong });
    else if (label !== undefined && url !== undefined) pieces.push({ kind: 'link', text: label, url });
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}

export function prose(text: string): readonly (TemplateResult | string)[] {
  return piecesOf(text).map(draw);
}

function draw(piece: Piece): TemplateResult | string {
  switch (piece.kind) {
    case 'plain':
      return piece.text;
    case 'code':
      return html`<code class="word">${piece.text}</code>`;
    case 'strong':
      return html`<strong>${piece.text}</strong>`;
    case 'link':
      return html`<a href=${piece.url}>${piece.text}</a>`;
  }
}
