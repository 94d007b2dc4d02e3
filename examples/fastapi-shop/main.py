"""The shop's API: products and signing in; orders have a router of their own."""

import secrets
from typing import Annotated

from fastapi import FastAPI, HTTPException, Path, Query, Response

from models import Credentials, NewProduct, Product, Token
from routers import orders
from store import CurrentStore

app = FastAPI(title="Shop")
app.include_router(orders.router)

ProductId = Annotated[int, Path(ge=1)]


@app.get("/products")
def list_products(
    store: CurrentStore,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> list[Product]:
    return list(store.products.values())[:limit]


@app.get("/products/{product_id}", responses={404: {"description": "No such product"}})
def read_product(product_id: ProductId, store: CurrentStore) -> Product:
    product = store.products.get(product_id)
    if product is None:
        raise HTTPException(404, "No such product")
    return product


@app.post("/products", status_code=201)
def add_product(new: NewProduct, store: CurrentStore, response: Response) -> Product:
    if any(product.name == new.name for product in store.products.values()):
        raise HTTPException(409, "A product with this name exists already")
    product = store.add_product(new)
    response.headers["Location"] = f"/products/{product.id}"
    return product


@app.put("/products/{product_id}")
def replace_product(product_id: ProductId, new: NewProduct, store: CurrentStore) -> Product:
    if product_id not in store.products:
        raise HTTPException(404, "No such product")
    product = Product(id=product_id, **new.model_dump())
    store.products[product_id] = product
    return product


@app.delete("/products/{product_id}", status_code=204)
def delete_product(product_id: ProductId, store: CurrentStore) -> None:
    if store.products.pop(product_id, None) is None:
        raise HTTPException(404, "No such product")


@app.post("/login")
def login(credentials: Credentials) -> Token:
    # A shop for trying things out: the only account is demo with the password demo.
    known = (credentials.username, credentials.password) == ("demo", "demo")
    if not known:
        raise HTTPException(401, "Wrong name or password", {"WWW-Authenticate": "Bearer"})
    return Token(access_token=secrets.token_urlsafe())
