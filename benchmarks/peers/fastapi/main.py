from decimal import Decimal
from enum import Enum
from typing import Annotated

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, Field


class ProductStatus(str, Enum):
    draft = "draft"
    active = "active"
    archived = "archived"


class NewProduct(BaseModel):
    name: str = Field(min_length=1, max_length=100)
    price: Decimal = Field(gt=0, le=1_000_000, max_digits=9, decimal_places=2)
    description: str | None = Field(default=None, max_length=1000)
    tags: list[Annotated[str, Field(min_length=1, max_length=30)]] | None = Field(default=None, max_length=10)
    status: ProductStatus = ProductStatus.draft


class Product(BaseModel):
    id: int
    q: str | None


class Receipt(BaseModel):
    name: str
    price: Decimal


class NewProducts(BaseModel):
    items: list[NewProduct]


class Count(BaseModel):
    products: int


app = FastAPI()


@app.get("/text", response_class=PlainTextResponse)
async def text() -> str:
    return "Hello"


@app.get("/products/{id}")
async def read(id: int, q: str | None = None) -> Product:
    return Product(id=id, q=q)


@app.post("/products")
async def create(product: NewProduct) -> Receipt:
    return Receipt(name=product.name, price=product.price)


@app.post("/products/all")
async def create_all(products: NewProducts) -> Count:
    return Count(products=len(products.items))
