"""A FastAPI application full of mistakes: each path operation shows one that HTTP Status Coach finds."""

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel

app = FastAPI()
notes: dict[int, "Note"] = {}


class Note(BaseModel):
    id: int
    text: str


# Creates a note and does not say so.
@app.post("/notes")
def create_note(note: Note) -> Note:
    notes[note.id] = note
    return note


# Has nothing to say, and says it in a body.
@app.delete("/notes/{note_id}")
def delete_note(note_id: int) -> dict[str, bool]:
    del notes[note_id]
    return {"ok": True}


# uvicorn breaks the connection: content may not follow a 204.
@app.post("/notes/{note_id}/read")
def mark_as_read(note_id: int):
    return JSONResponse({"read": note_id}, status_code=204)


# Clients never see the 202: the returned response has a status of its own.
@app.post("/exports", status_code=202)
def start_export():
    return JSONResponse({"state": "queued"})


# An error that looks like a success to every client, cache and monitor.
@app.get("/notes/{note_id}")
def read_note(note_id: int):
    if note_id not in notes:
        return {"error": "no such note"}
    return notes[note_id]


# The browser sends the form again to the new address: 307 keeps the method.
@app.post("/notes/{note_id}/archive")
def archive_note(note_id: int):
    notes.pop(note_id)
    return RedirectResponse("/notes")


# A safe method creates nothing.
@app.get("/tickets", status_code=201)
def list_tickets() -> list[str]:
    return []


# The detail stands where the status belongs.
@app.get("/private")
def private_page():
    raise HTTPException("not for you", 403)


# A 405 has to say which methods there are.
@app.put("/notes")
def replace_all():
    return Response(status_code=405)


# Nobody but its inventor knows this code.
@app.get("/tea")
def tea():
    raise HTTPException(420, "Enhance your calm")
