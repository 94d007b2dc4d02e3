"""Litestar: several methods, and handlers that stand below a router; the marks are checked like the example's."""

from litestar import Controller, HttpMethod, Litestar, Router, delete, get, post, route
from litestar.handlers import HTTPRouteHandler


@route("/both", http_method=["GET", "POST"])
# <- route GET /api/both -> 201 value
# <- route POST /api/both -> 201 value
async def both() -> dict[str, bool]:
    return {"ok": True}


@route("/either", http_method=[HttpMethod.GET, HttpMethod.DELETE])
# <- route GET /either -> 204 nothing
# <- route DELETE /either -> 204 nothing
async def either() -> None:
    await work()


@HTTPRouteHandler("/handled", http_method="POST")
# <- route POST /handled -> 201 value
async def handled() -> str:
    return "done"


class ItemController(Controller):
    path = "/items"

    @get()
    # <- route GET /api/v1/items -> 200 value
    async def list_items(self) -> list[Item]:
        return items

    @delete("{item_id:int}")
    # <- route DELETE /api/v1/items/{item_id:int} -> 204 nothing
    async def delete_item(self, item_id: int) -> None:
        await repository.remove(item_id)


first = Router("/v1", route_handlers=[ItemController])
api = Router(path="/api", route_handlers=[first, both])
app = Litestar(route_handlers=[api, either, handled])
