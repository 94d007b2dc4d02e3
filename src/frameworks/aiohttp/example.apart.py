"""Routes of aiohttp that are registered apart from their handlers; the marks are checked like the example's."""

from aiohttp import ClientSession, web

routes = web.RouteTableDef()


async def list_items(request):
    return web.json_response(items)


async def create_item(request):
    item = await store.insert(await request.json())
    return web.json_response(item, status=201)
    #                                     ^^^ use 201 returned


class ItemView(web.View):
    async def get(self):
    # <- route GET /items/{item_id} -> 200 response
        return web.json_response({})

    async def delete(self):
    # <- route DELETE /items/{item_id} -> 204 response
        return web.Response(status=204)
        #                          ^^^ use 204 returned


@routes.view("/orders")
class OrderView(web.View):
    async def post(self):
    # <- route POST /orders -> 202 response
        return web.json_response({}, status=202)
        #                                   ^^^ use 202 returned


@routes.route("PUT", "/orders/{order_id}")
# <- route PUT /orders/{order_id} -> 200 response
async def change(request):
    return web.json_response({})


class Shop:
    async def index(self, request):
        return web.Response(text="shop")

    def routes(self):
        return [web.get("/shop", self.index), web.put("/shop", elsewhere.change)]
        #       ^^^ route GET /shop -> 200 response
        #                                     ^^^ route PUT /shop ->  unknown


@routes.get("/news")
# <- route GET /news -> 101 response
async def news(request):
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    return socket


app = web.Application()
app.add_routes([
    web.get("/items", list_items),
    # <- route GET /items -> 200 response
    web.post("/items", create_item, name="create"),
    # <- route POST /items -> 201 response creates
    web.route("*", "/any", list_items),
    # <- route ANY /any -> 200 response
    web.view("/items/{item_id}", ItemView),
])
app.router.add_get("/more", list_items)
# <- route GET /more -> 200 response
admin = web.Application()
admin.add_routes([web.delete("/cache", create_item)])
#                 ^^^^^^^^^^ route DELETE /admin/cache -> 201 response
admin.router.add_post("/users", create_item)
# <- route POST /admin/users -> 201 response creates
app.add_subapp("/admin/", admin)
app.router.add_route("PATCH", "/more", list_items)
# <- route PATCH /more -> 200 response


async def probe(session: ClientSession):
    await session.get("/items", list_items)
