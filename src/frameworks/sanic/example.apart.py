"""Routes of Sanic that are registered apart from their handlers; the marks are checked like the example's."""

from sanic import Blueprint, Sanic
from sanic.response import empty, json
from sanic.views import HTTPMethodView

app = Sanic("shop")
orders = Blueprint("orders", url_prefix="/orders")
items = Blueprint("items", url_prefix="/items")


async def create_item(request):
    return json(await store.insert(request.json), 201)
    #                                             ^^^ use 201 returned


async def health(request):
    return json({"ok": True})


app.add_route(health, "/health")
# <- route GET /health -> 200 response
items.add_route(create_item, "/", methods=["POST"])
# <- route POST /api/items/ -> 201 response creates


class ItemView(HTTPMethodView):
    async def delete(self, request, item_id):
    # <- route DELETE /api/items/<item_id> -> 204 response
        return empty()


class OrderView(HTTPMethodView, attach=orders, uri="/<order_id>"):
    async def get(self, request, order_id):
    # <- route GET /sales/<order_id> -> 200 response
        return json({})


@orders.get("/")
# <- route GET /sales/ -> 200 response
async def list_orders(request):
    return json([])


items.add_route(ItemView.as_view(), "/<item_id>")
app.blueprint(orders, url_prefix="/sales")
app.blueprint(Blueprint.group(items, url_prefix="/api"))
