"""The shop's data, kept in memory: it is gone when the server stops."""

from itertools import count
from typing import Annotated

from fastapi import Depends

from models import NewOrder, NewProduct, Order, Product


class Store:
    def __init__(self) -> None:
        self.products: dict[int, Product] = {}
        self.orders: dict[int, Order] = {}
        self._ids = count(1)

    def add_product(self, new: NewProduct) -> Product:
        product = Product(id=next(self._ids), **new.model_dump())
        self.products[product.id] = product
        return product

    def add_order(self, new: NewOrder) -> Order:
        order = Order(id=next(self._ids), **new.model_dump())
        self.orders[order.id] = order
        return order


store = Store()
store.add_product(NewProduct(name="Teapot", price=24.0))
store.add_product(NewProduct(name="Tea, 250 g", price=8.5))


def get_store() -> Store:
    return store


CurrentStore = Annotated[Store, Depends(get_store)]
