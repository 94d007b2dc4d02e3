"""Routes of FastAPI and Starlette that are registered apart from their handlers; the marks are checked like the example's."""

from fastapi import APIRouter, FastAPI
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route as Path, Router

from .views import Health, ready


# ---- Starlette: lists of routes

async def list_items(request):
    return JSONResponse(items)


async def create_item(request):
    item = await store.insert(await request.json())
    return JSONResponse(item, status_code=201)
    #                                     ^^^ use 201 returned


class Item(HTTPEndpoint):
    async def get(self, request):
    # <- route GET /v1/items/{item_id} -> 200 response
        return JSONResponse(items[request.path_params["item_id"]])

    async def delete(self, request):
    # <- route DELETE /v1/items/{item_id} -> 204 response
        return Response(status_code=204)
        #                           ^^^ use 204 returned


class Unplaced(HTTPEndpoint):
    async def get(self, request):
    # <- route GET null -> 200 response
        return JSONResponse({})


item_routes = [
    Path("/", list_items),
    # <- route GET /v1/items/ -> 200 response
    Path("/", endpoint=create_item, methods=["POST"]),
    # <- route POST /v1/items/ -> 201 response creates
    Path("/{item_id}", Item),
]

routes = [
    Path("/ready", ready),
    # <- route GET /ready -> 200 unknown
    Path("/health", Health),
    Mount("/v1", routes=[
        Mount("/items", routes=item_routes),
        Path("/search", list_items, methods=["GET", "QUERY"]),
        # <- route GET /v1/search -> 200 response
        # <- route QUERY /v1/search -> 200 response
    ]),
]

star = Starlette(routes=routes)
star.add_route("/star", list_items)
# <- route GET /star -> 200 response


# ---- FastAPI: prefixes, routers of one's own kind, functions that make routers

PREFIX = "/api"
api = FastAPI()
shop = APIRouter(prefix="/shop")
orders = APIRouter()


class Guarded(APIRouter):
    pass


def account_routes() -> APIRouter:
    made = APIRouter(prefix="/accounts")

    @made.get("/mine")
    # <- route GET /accounts/mine -> 200 value
    def mine():
        return {}

    return made


inner = Guarded(prefix="/inner")
accounts = account_routes()


@shop.get("/open")
# <- route GET /api/shop/open -> 200 value
def is_open():
    return {"open": True}


@orders.delete("/{order_id}", status_code=204)
#                                         ^^^ use 204 success
# <- route DELETE /api/shop/orders/{order_id} -> 204 nothing
def drop(order_id: int) -> None:
    store.drop(order_id)


@inner.get(ADDRESS)
# <- route GET null -> 200 value
def by_name():
    return {}


@accounts.post("/{account_id}/close")
# <- route POST /accounts/{account_id}/close -> 200 value
@audited
def close(account_id: int):
    return {}


@cbv(shop)
class ShopView:
    @shop.put("/sign", status_code=202)
    #                              ^^^ use 202 success
    # <- route PUT /api/shop/sign -> 202 value
    def sign(self, text: str):
        return text


shop.include_router(orders, prefix="/orders")
api.include_router(shop, prefix=PREFIX)


# ---- silence

Plan("/route", list_items)
navigator.Route("/x", list_items)
