"""What the shop's clients send and get."""

from pydantic import BaseModel, Field


class NewProduct(BaseModel):
    name: str = Field(min_length=1, max_length=80)
    price: float = Field(gt=0)


class Product(NewProduct):
    id: int


class Discount(BaseModel):
    code: str
    percent: int = Field(ge=1, le=100)


class NewOrder(BaseModel):
    product_id: int
    quantity: int = Field(default=1, ge=1)
    note: str | None = None
    discount: Discount | None = None


class Order(NewOrder):
    id: int
    paid: bool = False
    shipped: bool = False


class Credentials(BaseModel):
    username: str
    password: str


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"
