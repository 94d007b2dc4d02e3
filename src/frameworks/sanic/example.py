"""What the engine reads in Sanic code; the marks under a line are checked by test/frameworks/examples.test.ts."""

from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound, SanicException
from sanic.response import empty, json, redirect
from sanic.views import HTTPMethodView

app = Sanic("shop")
orders = Blueprint("orders", url_prefix="/orders")


@app.get("/items")
# <- route GET /items -> 200 response
async def list_items(request):
    return json(items)


@orders.post("/")
# <- route POST /orders/ -> 201 response creates
async def create_order(request):
    if not request.json:
        raise SanicException("empty order", 422)
        #                                   ^^^ use 422 raised
    return json(await store.insert(request.json), 201)
    #                                             ^^^ use 201 returned


@orders.route("/<order_id>", methods=["DELETE"])
# <- route DELETE /orders/<order_id> -> 204 response
async def delete_order(request, order_id):
    if order_id not in store:
        raise NotFound("no such order")
        #     ^^^^^^^^ use 404 raised
    return empty()


class ItemView(HTTPMethodView):
    async def put(self, request, item_id):
    # <- route PUT null -> 302 response
        return redirect("/items")
