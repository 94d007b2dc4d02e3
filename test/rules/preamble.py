"""Names that the Python fixtures use, so that a fixed fixture is a whole app; put in front of each by the judge of fixes."""

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Header, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel


class Item(BaseModel):
    id: int = 0
    name: str = ""


class ItemUpdate(Item): ...


class Order(Item): ...


class User(Item): ...


class Message(BaseModel):
    message: str


class Form(Item): ...


class Query(Item): ...


class Event(Item): ...


class Session(Item): ...


def current_user() -> None: ...


app = FastAPI()
router = APIRouter(prefix="/r")
