"""The application in FastAPI whose client the front end was written against. ShopFeature.cs is its port."""
from enum import Enum
from typing import Annotated
from uuid import UUID, uuid4

from fastapi import Depends, FastAPI, File, Form, HTTPException, Query, UploadFile
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel, EmailStr, Field

app = FastAPI(title="Shop", version="1.0.0", generate_unique_id_function=lambda route: f"{route.tags[0]}-{route.name}")
SignedIn = Depends(OAuth2PasswordBearer(tokenUrl="login/access-token"))


class Token(BaseModel):
    access_token: str
    token_type: str


class UserCreate(BaseModel):
    email: EmailStr
    password: str = Field(min_length=8, max_length=40)
    full_name: str | None = None


class UserPublic(BaseModel):
    id: UUID
    email: EmailStr
    full_name: str | None


class ItemStatus(str, Enum):
    draft = "draft"
    on_sale = "on_sale"


class ItemCreate(BaseModel):
    title: str = Field(min_length=1, max_length=100)
    item_status: ItemStatus = ItemStatus.draft
    tags: list[str] = []


class ItemPublic(BaseModel):
    id: UUID
    title: str
    item_status: ItemStatus
    tags: list[str]


class ItemsPublic(BaseModel):
    data: list[ItemPublic]
    count: int


class Upload(BaseModel):
    size: int
    note: str | None


items: list[ItemPublic] = []


@app.post("/login/access-token", tags=["login"])
def login_access_token(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    """Sign in."""
    if form.password == "wrong password":
        raise HTTPException(400, "Incorrect email or password")
    return Token(access_token=form.username, token_type="bearer")


@app.post("/users", tags=["users"], status_code=201)
def create_user(user: UserCreate) -> UserPublic:
    """Sign up."""
    return UserPublic(id=uuid4(), email=user.email, full_name=user.full_name)


@app.get("/items", tags=["items"])
def read_items(skip: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int, Query(ge=1, le=100)] = 20,
               item_status: ItemStatus | None = None) -> ItemsPublic:
    """List items."""
    found = [item for item in items if item_status in (None, item.item_status)]
    return ItemsPublic(data=found[skip:skip + limit], count=len(found))


@app.post("/items", tags=["items"], status_code=201, dependencies=[SignedIn])
def create_item(item: ItemCreate) -> ItemPublic:
    """Create an item."""
    items.append(ItemPublic(id=uuid4(), **item.model_dump()))
    return items[-1]


@app.get("/items/{item_id}", tags=["items"])
def read_item(item_id: UUID) -> ItemPublic:
    """Read an item."""
    found = next((item for item in items if item.id == item_id), None)
    if found is None:
        raise HTTPException(404, "Item not found")
    return found


@app.post("/files", tags=["files"], dependencies=[SignedIn])
async def upload_file(file: Annotated[UploadFile, File()], note: Annotated[str | None, Form(max_length=20)] = None) -> Upload:
    """Upload a file."""
    return Upload(size=len(await file.read()), note=note)
