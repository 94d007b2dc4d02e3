"""What the engine reads in Litestar code; the marks under a line are checked by test/frameworks/examples.test.ts."""

from litestar import Controller, delete, get, post
from litestar.exceptions import HTTPException, NotAuthorizedException
from litestar.status_codes import HTTP_202_ACCEPTED


@get("/health")
# <- route GET /health -> 200 value
async def health() -> dict[str, bool]:
    return {"ok": True}


class ItemController(Controller):
    path = "/items"

    @post()
    # <- route POST /items -> 201 value creates
    async def create_item(self, data: Item) -> Item:
        return await repository.add(data)

    @post("/import", status_code=HTTP_202_ACCEPTED)
    # <- route POST /items/import -> 202 nothing
    #                            ^^^^^^^^^^^^^^^^^ use 202 success
    async def import_items(self) -> None:
        if not allowed:
            raise NotAuthorizedException()
            #     ^^^^^^^^^^^^^^^^^^^^^^ use 401 raised
        await queue()

    @delete("/{item_id:int}")
    # <- route DELETE /items/{item_id:int} -> 204 nothing
    async def delete_item(self, item_id: int) -> None:
        if item_id not in items:
            raise HTTPException(detail="no such item", status_code=404)
            #                                                      ^^^ use 404 raised
        await repository.remove(item_id)
