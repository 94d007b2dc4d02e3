"""Orders: placing, paying, shipping and cancelling them."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, HTTPException, Path, status

from models import Discount, NewOrder, Order
from store import CurrentStore, Store

router = APIRouter(prefix="/orders", tags=["orders"])

OrderId = Annotated[int, Path(ge=1)]


def find_order(order_id: int, store: Store) -> Order:
    order = store.orders.get(order_id)
    if order is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "No such order")
    return order


@router.get("")
def list_orders(store: CurrentStore) -> list[Order]:
    return list(store.orders.values())


@router.get("/{order_id}")
def read_order(order_id: OrderId, store: CurrentStore) -> Order:
    return find_order(order_id, store)


@router.post("")
def create_order(new: NewOrder, store: CurrentStore) -> Order:
    if new.product_id not in store.products:
        raise HTTPException(status.HTTP_409_CONFLICT, "This product is no longer sold")
    order = store.add_order(new)
    return order


@router.post("/{order_id}/pay")
def pay_order(order_id: OrderId, store: CurrentStore) -> Order:
    order = find_order(order_id, store)
    if order.paid:
        raise HTTPException(status.HTTP_409_CONFLICT, "This order is paid already")
    order.paid = True
    return order


def pack_and_ship(order: Order) -> None:
    order.shipped = True


# Packing takes a while, so the answer comes before the work is done.
@router.post("/{order_id}/ship", status_code=status.HTTP_202_ACCEPTED)
def ship_order(order_id: OrderId, store: CurrentStore, tasks: BackgroundTasks) -> Order:
    order = find_order(order_id, store)
    tasks.add_task(pack_and_ship, order)
    return order


@router.delete("/{order_id}")
def cancel_order(order_id: OrderId, store: CurrentStore) -> None:
    find_order(order_id, store)
    del store.orders[order_id]


@router.delete("/{order_id}/note")
def delete_note(order_id: OrderId, store: CurrentStore) -> dict[str, bool]:
    order = find_order(order_id, store)
    order.note = None
    return {"ok": True}


# The client shows what was taken off, so this one has something to say.
@router.delete("/{order_id}/discount")
def delete_discount(order_id: OrderId, store: CurrentStore) -> Discount:
    order = find_order(order_id, store)
    discount = order.discount
    if discount is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "This order has no discount")
    order.discount = None
    return discount
