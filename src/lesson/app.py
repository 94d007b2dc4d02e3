"""The API of the lesson. Run it yourself: `uvicorn app:app`."""

from itertools import count

from fastapi import FastAPI, HTTPException, Response, status
from pydantic import BaseModel, Field

MAX_ITEMS = 1000

# The lesson looks at the requests themselves, so the generated description and its pages are off.
app = FastAPI(openapi_url=None)


class Item(BaseModel):
    """What a client sends."""

    name: str = Field(min_length=1, max_length=100)
    description: str | None = Field(default=None, max_length=1000)
    price: float = Field(ge=0)


class StoredItem(BaseModel):
    """What the API answers: the item with the id it got."""

    id: int
    name: str
    description: str | None
    price: float


seed = [
    Item(name="Notebook", description="Ruled, 80 sheets", price=3.5),
    Item(name="Pencil", price=0.9),
    Item(name="Desk lamp", description="Warm light, with a clamp", price=24.0),
]
items = {item_id: StoredItem(id=item_id, **item.model_dump()) for item_id, item in enumerate(seed, start=1)}
next_id = count(len(seed) + 1)


# The handlers are `async def` and never wait, so no two of them touch the store at once.


@app.get("/items/{item_id}")
async def read_item(item_id: int) -> StoredItem:
    if item_id not in items:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Item not found")
    return items[item_id]


@app.post("/items", status_code=status.HTTP_201_CREATED)
async def create_item(item: Item, response: Response) -> StoredItem:
    if any(other.name == item.name for other in items.values()):
        raise HTTPException(status.HTTP_409_CONFLICT, "An item with this name already exists")
    if len(items) >= MAX_ITEMS:
        raise HTTPException(status.HTTP_507_INSUFFICIENT_STORAGE, "The store is full, delete an item first")
    stored = StoredItem(id=next(next_id), **item.model_dump())
    items[stored.id] = stored
    response.headers["Location"] = f"/items/{stored.id}"
    return stored


@app.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_item(item_id: int) -> None:
    if item_id not in items:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "Item not found")
    del items[item_id]
