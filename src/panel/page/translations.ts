/** Has the page speak the language of the editor, by what the extension host has put into it. */

import { speak } from '../../text';

declare const document: { querySelector(selector: string): { readonly textContent: string | null } | null } | undefined;

// Tests load the page's modules where there is no page.
const data = typeof document === 'undefined' ? undefined : document.querySelector('#translations')?.textContent;
if (data) speak(JSON.parse(data));
