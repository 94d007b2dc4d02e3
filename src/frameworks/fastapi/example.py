"""What the engine reads in FastAPI code; the marks under a line are checked by test/frameworks/examples.test.ts."""

import http
from http import HTTPStatus as H
from typing import Annotated

import fastapi
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response, status
from fastapi import HTTPException as Problem
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.status import HTTP_410_GONE
from starlette import status as st
from unittest import mock

import helpers
import httpx

app = FastAPI()
router = APIRouter(prefix="/orders", responses={404: {"description": "no such order"}})
#                                               ^^^ use 404 documented
GONE = 410
#      ^^^ use 410 mentioned


# ---- declared, returned and raised

@app.get("/items")
# <- route GET /items -> 200 value
def list_items(limit: int = 100):
    return items[:limit]


@app.post("/items", status_code=201)
#                               ^^^ use 201 success
# <- route POST /items -> 201 value creates
async def create_item(item: Item) -> Item:
    if item.name in names:
        raise HTTPException(409, "name is taken")
        #                   ^^^ use 409 raised
    return store.save(item)


@app.put("/items/{item_id}", status_code=status.HTTP_200_OK)
#                                        ^^^^^^^^^^^^^^^^^^ use 200 success
# <- route PUT /items/{item_id} -> 200 value
def replace_item(item_id: int, item: Item):
    if item_id not in items:
        raise Problem(status_code=st.HTTP_404_NOT_FOUND)
        #                         ^^^^^^^^^^^^^^^^^^^^^ use 404 raised
    if item.locked:
        raise HTTPException(H.LOCKED, headers={"Retry-After": "120"})
        #                   ^^^^^^^^ use 423 raised
    if item.gone:
        raise HTTPException(HTTP_410_GONE)
        #                   ^^^^^^^^^^^^^ use 410 raised
    if item.old:
        raise fastapi.HTTPException(fastapi.status.HTTP_412_PRECONDITION_FAILED)
        #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 412 raised
    if item.heavy:
        raise fastapi.HTTPException(http.HTTPStatus.INSUFFICIENT_STORAGE.value)
        #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 507 raised
    return item


@app.delete("/items/{item_id}", status_code=204)
#                                           ^^^ use 204 success
# <- route DELETE /items/{item_id} -> 204 nothing
def delete_item(item_id: int) -> None:
    items.pop(item_id, None)


# ---- which status wins

@app.post("/items/upsert", status_code=201)
#                                      ^^^ use 201 success
# <- route POST /items/upsert -> 200,201,202 response
def upsert(item: Item):
    if item.id in items:
        return JSONResponse({"status": "updated"}, status_code=200)
        #                                                      ^^^ use 200 returned
    return JSONResponse({"status": "created"}, 201 if item.id else 202)
    #                                          ^^^ use 201 returned
    #                                                              ^^^ use 202 returned


@app.post("/always-200", status_code=201)
#                                    ^^^ use 201 success
# <- route POST /always-200 -> 200 response
def returned_response_wins():
    return JSONResponse({"ok": True})


@app.put("/jobs/{job_id}")
# <- route PUT /jobs/{job_id} -> 200,202 value
def put_job(job_id: str, response: Response):
    if job_id not in jobs:
        response.status_code = status.HTTP_202_ACCEPTED
        #                      ^^^^^^^^^^^^^^^^^^^^^^^^ use 202 returned
    return jobs[job_id]


@app.get("/old")
# <- route GET /old -> 301,307 response
def moved(permanently: bool):
    if permanently:
        return RedirectResponse("/new", 301)
        #                               ^^^ use 301 returned
    return RedirectResponse("/new")


@app.get("/jobs/{job_id}/state")
# <- route GET /jobs/{job_id}/state -> 200,303 value
def job_state(job_id: str) -> Job | RedirectResponse:
    if job_id in results:
        return RedirectResponse(f"/results/{job_id}", 303)
        #                                             ^^^ use 303 returned
    return Job(id=job_id)


@app.get("/followed")
# <- route GET /followed -> 200 value
def follow():
    if gone:
        raise HTTPException(GONE)
        #                   ^^^^ use 410 raised
    return {}


# ---- routers, stacked decorators, several methods, documented statuses

@router.get("/{order_id}")
# <- route GET /orders/{order_id} -> 200 value
# <- route GET /orders/{order_id}/copy -> 200 value
@router.get("/{order_id}/copy", responses={status.HTTP_304_NOT_MODIFIED: {}, 410: {"model": Gone}})
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 304 documented
#                                                                            ^^^ use 410 documented
def read_order(order_id: int):
    return orders[order_id]


@router.api_route("/any", methods=["GET", "POST"], status_code=202)
# <- route GET /orders/any -> 202 nothing
# <- route POST /orders/any -> 202 nothing
#                                                              ^^^ use 202 success
def either():
    work()


@helpers.router.patch("/elsewhere", status_code=H.NO_CONTENT)
# <- route PATCH /elsewhere -> 204 nothing
#                                               ^^^^^^^^^^^^ use 204 success
def from_another_module():
    return None


def apart():
    return {}


app.add_api_route("/apart", apart, methods=["PUT"], status_code=202)
# <- route PUT /apart -> 202 value
#                                                               ^^^ use 202 success


class Shelf(HTTPEndpoint):
    async def delete(self, request):
    # <- route DELETE null -> 204 response
        return Response(status_code=204)
        #                           ^^^ use 204 returned


@app.exception_handler(404)
#                      ^^^ use 404 compared
async def not_found(request, error):
    return JSONResponse({"detail": "nothing here"}, 404)
    #                                               ^^^ use 404 returned


# ---- clients

def check(response):
    if response.status_code == 404 or response.status_code in (410, 451):
        #                      ^^^ use 404 compared
        #                                                      ^^^ use 410 compared
        #                                                           ^^^ use 451 compared
        return None
    return 200 <= response.status_code < 300
    #      ^^^ use 200 compared
    #                                    ^^^ use 300 compared


# ---- tests, helpers and errors: the names beside the number tell

def test_items(client):
    self.assertEqual(client.get("/items").status_code, 200)
    #                                                  ^^^ use 200 compared
    raise ServiceError("busy", 503)
    #                          ^^^ use 503 raised


def fail(message, http_status=400):
    #                         ^^^ use 400 mentioned
    mock = {"status_code": 502, "size": 502}
    #                      ^^^ use 502 mentioned
    return problem(message, status_code=410)
    #                                   ^^^ use 410 mentioned


STATUS_CODES = {Missing: 404, Busy: 503}
#                        ^^^ use 404 mentioned
#                                   ^^^ use 503 mentioned
gone = fail("it was here once", 410)
#                               ^^^ use 410 mentioned
answer = httpx.Response(200, json={})
#                       ^^^ use 200 mentioned
problem = Problem(title="gone", code=404, size=404)
#                                    ^^^ use 404 mentioned


# ---- silence

@mock.patch("app.store.get")
def test_timeout(get):
    client = Client(timeout=500, port=443)
    cache.get("x")
    user_id = 404
    assert len(rows) == 200
    sleep(300)
    """raise HTTPException(404)"""
    # raise HTTPException(404)
    return {"price": 499}
