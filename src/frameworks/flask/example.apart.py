"""Routes of Flask that are registered apart from their handlers; the marks are checked like the example's."""

from flask import Blueprint, Flask, jsonify
from flask.views import MethodView
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app)
shop = Blueprint("shop", __name__, url_prefix="/never-seen")
orders = Blueprint("orders", __name__, url_prefix="/orders")


def create_item():
    item = store.insert(request.json)
    return jsonify(item), 201
    #                     ^^^ use 201 returned


def health():
    return {"ok": True}


app.add_url_rule("/health", view_func=health)
# <- route GET /health -> 200 value
app.add_url_rule("/items", "create", create_item, methods=["POST"])
# <- route POST /items -> 201 value creates
app.add_url_rule("/elsewhere", view_func=views.elsewhere, methods=("PUT",))
# <- route PUT /elsewhere -> 200 unknown


class ItemView(MethodView):
    def get(self, item_id):
    # <- route GET /items/<int:item_id> -> 200 value
        return items[item_id]

    def delete(self, item_id):
    # <- route DELETE /items/<int:item_id> -> 204 value
        return "", 204
        #          ^^^ use 204 returned


class OrderPages(Paginated):
    def get(self, order_id):
    # <- route GET null -> 200 value
        return orders[order_id]

    def put(self, order_id):
    # <- route PUT /shop/orders/<int:order_id> -> 202 value
        return {}, 202
        #          ^^^ use 202 returned


app.add_url_rule("/items/<int:item_id>", view_func=ItemView.as_view("item"))
order_pages = login_required(OrderPages.as_view("orders"))
orders.add_url_rule("/", view_func=order_pages, methods=["GET"])
orders.add_url_rule("/<int:order_id>", view_func=order_pages, methods=["GET", "PUT"])


@app.post("/made")
# <- route POST /made -> 201 response
def made():
    response = jsonify(made=True)
    response.status_code = 201
    #                      ^^^ use 201 returned
    return response


@app.put("/perhaps")
# <- route PUT /perhaps -> 200,202 response
def perhaps():
    answer = jsonify({})
    if busy:
        answer.status_code = 202
        #                    ^^^ use 202 returned
    return answer


@orders.post("/<int:order_id>/pay")
# <- route POST /shop/orders/<int:order_id>/pay -> 200 value
def pay(order_id):
    return {}


class Users(Resource):
    def post(self):
    # <- route POST /users -> 200 value
        return {}


api.add_resource(Users, "/users")


@orders.route("/<int:order_id>/lines")
class Lines(MethodView):
    def get(self, order_id):
    # <- route GET /shop/orders/<int:order_id>/lines -> 200 value
        return lines[order_id]


shop.register_blueprint(orders)
app.register_blueprint(shop, url_prefix="/shop")
