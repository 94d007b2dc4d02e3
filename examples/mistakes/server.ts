/** An Express application full of mistakes: each route shows one that HTTP Status Coach finds. */

import express from 'express';

const app = express();
const notes = new Map<string, unknown>();

// Creates a note and does not say so.
app.post('/notes', (req, res) => {
  notes.set(req.body.id, req.body);
  res.json(req.body);
});

// Waits for ever: the status is set, and nothing is sent.
app.delete('/notes/:id', (req, res) => {
  notes.delete(req.params.id);
  res.status(204);
});

// The body is dropped without a word.
app.put('/notes/:id', (req, res) => {
  notes.set(req.params.id, req.body);
  res.status(204).json(req.body);
});

// Express 5 sends 200, and 404 as the body.
app.get('/notes/:id', (req, res) => {
  if (!notes.has(req.params.id)) {
    res.send(404);
    return;
  }
  res.json(notes.get(req.params.id));
});

// A 302 after a POST leaves it to the client what to do next.
app.post('/notes/:id/archive', (req, res) => {
  notes.delete(req.params.id);
  res.redirect('/notes');
});

app.listen(3000);
