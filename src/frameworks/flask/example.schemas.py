"""Packages around Flask that declare the status beside the schema of the answer; the marks are checked like the example's."""

from apifairy import response
from apiflask import APIFlask
from flask.views import MethodView
from flask_smorest import Blueprint

app = APIFlask(__name__)
blp = Blueprint("items", __name__)


@blp.route("/items")
class Items(MethodView):
    @blp.response(200, ItemSchema(many=True))
    #             ^^^ use 200 documented
    def get(self):
    # <- route GET /items -> 200 value
        return items

    @blp.arguments(ItemSchema)
    @blp.response(201, ItemSchema)
    #             ^^^ use 201 documented
    @blp.alt_response(409, schema=ErrorSchema)
    #                 ^^^ use 409 documented
    def post(self, data):
    # <- route POST /items -> 201 value creates
        return store.insert(data)

    @blp.response(204)
    #             ^^^ use 204 documented
    def delete(self):
    # <- route DELETE /items -> 204 nothing
        items.clear()


@app.post("/orders")
# <- route POST /orders -> 201 value creates
@app.output(OrderSchema, status_code=201)
#                                    ^^^ use 201 documented
def create_order(json_data):
    return store.insert(json_data)


@app.post("/users")
# <- route POST /users -> 201 value creates
@response(user_schema, 201)
#                      ^^^ use 201 documented
def create_user():
    return store.insert(request.json)


@app.get("/users/<int:user_id>")
# <- route GET /users/<int:user_id> -> 200 value
@response(user_schema)
def read_user(user_id):
    return users[user_id]
