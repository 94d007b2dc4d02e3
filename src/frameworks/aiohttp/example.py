"""What the engine reads in aiohttp server code; the marks under a line are checked by test/frameworks/examples.test.ts."""

from aiohttp import ClientSession, web

routes = web.RouteTableDef()


@routes.get("/items")
# <- route GET /items -> 200 response
async def list_items(request):
    return web.json_response(items)


@routes.post("/items")
# <- route POST /items -> 201 response creates
async def create_item(request):
    item = await store.insert(await request.json())
    return web.json_response(item, status=201)
    #                                     ^^^ use 201 returned


@routes.delete("/items/{item_id}")
# <- route DELETE /items/{item_id} -> 204 response
async def delete_item(request):
    if not await store.has(request):
        raise web.HTTPNotFound()
        #     ^^^^^^^^^^^^^^^^ use 404 raised
    return web.Response(status=204)
    #                          ^^^ use 204 returned


class OrderView(web.View):
    async def get(self):
    # <- route GET null -> 200 response
        return web.Response(text="orders")


async def probe(session: ClientSession):
    async with session.get("/items", timeout=500) as answer:
        return answer.status == 404
        #                       ^^^ use 404 compared
