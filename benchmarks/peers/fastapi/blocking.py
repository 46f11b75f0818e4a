"""One route of main.py once more, as a handler that may block, such as on a database: FastAPI runs it on one of its threads."""

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

from main import NewProduct, Receipt

app = FastAPI()


@app.get("/text", response_class=PlainTextResponse)
async def text() -> str:
    return "Hello"


@app.post("/products")
def create(product: NewProduct) -> Receipt:
    return Receipt(name=product.name, price=product.price)
