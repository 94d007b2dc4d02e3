/** What the page computes without a browser: requests from its fields, JSON laid out without changing it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutJson } from '../../src/panel/page/json';
import {
  chosenEndpoint,
  draftOf,
  initialModel,
  keptState,
  requestOf,
  statusClass,
  withDraft,
  withPanel,
} from '../../src/panel/page/model';
import type { PanelEndpoint, PanelResult, PanelState } from '../../src/panel/protocol';

/** A request without anything but its path. */
const plain = { query: '', headers: [], body: null };

const read: PanelEndpoint = {
  id: 'read',
  method: 'GET',
  path: '/items/{item_id}/parts/{part}',
  title: 'Read',
  teaches: 'Reading.',
  examples: [{ label: 'One', path: { item_id: '1', part: 'a' }, ...plain }],
  python: '',
  typescript: '',
};
const create: PanelEndpoint = {
  ...read,
  id: 'create',
  method: 'POST',
  path: '/items',
  examples: [{ label: 'New', path: {}, query: '', headers: [], body: '{}' }],
};
const panel: PanelState = { server: { kind: 'starting' }, endpoints: [read, create], last: null };
const result: PanelResult = {
  endpoint: 'read',
  exchange: {
    request: { method: 'GET', target: '/items/1', headers: [], body: null },
    response: { httpVersion: '1.1', status: 200, reason: 'OK', headers: [], body: '', bodyBytes: 0 },
    milliseconds: 1,
  },
  meaning: null,
};

describe('panel page', () => {
  it('encodes a parameter so that it stays one segment', () => {
    const { target } = requestOf(read, { path: { item_id: 'a/b?c#d', part: '%41 é' }, ...plain });
    assert.equal(target, '/items/a%2Fb%3Fc%23d/parts/%2541%20%C3%A9');
  });

  it('sends a content type only with a body', () => {
    assert.deepEqual(requestOf(read, { path: {}, ...plain }).headers, [['Accept', 'application/json']]);
    assert.deepEqual(requestOf(create, { path: {}, ...plain, body: '' }).headers, [
      ['Accept', 'application/json'],
      ['Content-Type', 'application/json'],
    ]);
  });

  it('sends query and headers along', () => {
    const headers = [['If-Match', '"r1"']] as const;
    const request = requestOf(create, { path: {}, query: 'strict=true', headers, body: '{}' });
    assert.equal(request.target, '/items?strict=true');
    assert.deepEqual(request.headers.at(-1), ['If-Match', '"r1"']);
  });

  it('starts with the first endpoint and its first example', () => {
    const model = withPanel(initialModel(null), panel);
    assert.equal(chosenEndpoint(model), read);
    assert.deepEqual(draftOf(model, read), { path: { item_id: '1', part: 'a' }, ...plain });
  });

  it('comes back as it was', () => {
    const draft = { path: { item_id: '7', part: 'b' }, ...plain };
    const before = { ...withDraft(withPanel(initialModel(null), panel), read, draft), endpoint: 'create', result };
    const after = withPanel(initialModel(keptState(before)), panel);
    assert.equal(chosenEndpoint(after), create);
    assert.deepEqual(draftOf(after, read), draft);
    assert.deepEqual(after.result, result);
  });

  it('takes the answer that came while it was hidden', () => {
    const newer = { ...result, endpoint: 'create' };
    const kept = { endpoint: 'read', drafts: {}, result };
    assert.deepEqual(withPanel(initialModel(kept), { ...panel, last: newer }).result, newer);
  });

  it('forgets an endpoint that is no more', () => {
    const kept = { endpoint: 'gone', drafts: {}, result: null };
    assert.equal(chosenEndpoint(withPanel(initialModel(kept), panel)), read);
  });

  it('names the class of a status', () => {
    assert.deepEqual(
      [100, 204, 307, 422, 500, 999].map((status) => statusClass(status).name),
      ['Informational', 'Success', 'Redirection', 'Client error', 'Server error', 'Unknown class'],
    );
  });

  describe('lays out JSON', () => {
    it('with two spaces a level', () => {
      assert.equal(
        layOutJson('{"a":[1,{"b":"x,:{}[] \\" \\\\"}],"c":{},"d":[]}'),
        '{\n  "a": [\n    1,\n    {\n      "b": "x,:{}[] \\" \\\\"\n    }\n  ],\n  "c": {},\n  "d": []\n}',
      );
    });

    it('as JSON.stringify does, for any value', () => {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => layOutJson(JSON.stringify(value)) === JSON.stringify(value, null, 2)),
      );
    });

    it('without changing a number', () => {
      assert.equal(
        layOutJson('[10.0, 1e+16, 123456789012345678901234567890, -0.0]'),
        '[\n  10.0,\n  1e+16,\n  123456789012345678901234567890,\n  -0.0\n]',
      );
    });

    it('only where it is JSON', () => {
      assert.equal(layOutJson('Internal Server Error'), 'Internal Server Error');
      assert.equal(layOutJson('{"a": '), '{"a": ');
    });
  });
});
