"""What the engine reads in Flask code; the marks under a line are checked by test/frameworks/examples.test.ts."""

from http import HTTPStatus

from flask import Blueprint, Flask, abort, jsonify, make_response, redirect, request
from flask.views import MethodView
from flask_restful import Resource
from werkzeug.exceptions import Conflict, NotFound as Missing

app = Flask(__name__)
items_bp = Blueprint("items", __name__, url_prefix="/items")


@app.route("/health")
# <- route GET /health -> 200 value
def health():
    return {"ok": True}


@items_bp.post("/")
# <- route POST /items/ -> 201 value creates
def create_item():
    if not request.json:
        abort(400)
        #     ^^^ use 400 raised
    return jsonify(save(request.json)), 201
    #                                   ^^^ use 201 returned


@items_bp.route("/<int:item_id>", methods=["GET", "DELETE"])
# <- route GET /items/<int:item_id> -> 200,204 value
# <- route DELETE /items/<int:item_id> -> 200,204 value
def item(item_id):
    if request.method == "DELETE":
        return "", HTTPStatus.NO_CONTENT
        #          ^^^^^^^^^^^^^^^^^^^^^ use 204 returned
    if item_id not in items:
        raise Missing
        #     ^^^^^^^ use 404 raised
    return items[item_id]


@app.put("/jobs/<job_id>")
# <- route PUT /jobs/<job_id> -> 202 response
def put_job(job_id):
    return make_response(jsonify(jobs[job_id]), 202)
    #                                           ^^^ use 202 returned


@app.get("/old")
# <- route GET /old -> 301,302 response
def old():
    if request.args:
        return redirect("/new", 301)
        #                       ^^^ use 301 returned
    return redirect("/new")


@app.errorhandler(404)
#                 ^^^ use 404 compared
def not_found(error):
    return {"error": "no such thing"}, 404
    #                                  ^^^ use 404 returned


class OrderView(MethodView):
    def get(self, order_id):
    # <- route GET null -> 200 value
        return orders[order_id]

    @login_required
    def delete(self, order_id):
    # <- route DELETE null -> 200 nothing
        orders.pop(order_id)


class OrdersResource(Resource):
    def post(self):
    # <- route POST null -> 201 value creates
        order = Order.create(request.json)
        return order, 201, {"Location": f"/orders/{order.id}"}
        #             ^^^ use 201 returned


class Plain:
    def get(self, key, timeout=500):
        return key, timeout
