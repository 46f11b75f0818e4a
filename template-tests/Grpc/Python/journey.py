"""A client of another language: what it is generated from is the .proto of a service, and nothing else of it.

It says what it has seen by its exit code: python3 journey.py http://127.0.0.1:8000 127.0.0.1:8001
"""

import json
import sys
import urllib.request
import uuid

import grpc
from google.protobuf import empty_pb2, field_mask_pb2
from google.rpc import error_details_pb2, status_pb2
from Items import items_pb2, items_pb2_grpc
from Users import users_pb2_grpc

http, rpc = sys.argv[1:3]


def sign_up(email):
    body = json.dumps({"email": email, "password": "correct horse"}).encode()
    request = urllib.request.Request(f"{http}/users", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["access_token"]


def details_of(error, kind):
    packed = dict(error.trailing_metadata())["grpc-status-details-bin"]
    for detail in status_pb2.Status.FromString(packed).details:
        if detail.Is(kind.DESCRIPTOR):
            found = kind()
            detail.Unpack(found)
            return found


def refused(code, call, request, **options):
    try:
        call(request, timeout=30, **options)
    except grpc.RpcError as error:
        assert error.code() == code, f"{error.code()}: {error.details()}"
        assert details_of(error, error_details_pb2.RequestInfo).request_id
        return error
    raise AssertionError(f"{request} was not refused with {code}")


email = f"{uuid.uuid4()}@example.com"
signed_in = {"metadata": [("authorization", f"Bearer {sign_up(email)}")]}
with grpc.insecure_channel(rpc) as channel:
    items, users = items_pb2_grpc.ItemsStub(channel), users_pb2_grpc.UsersStub(channel)

    assert users.GetCurrentUser(empty_pb2.Empty(), timeout=30, **signed_in).email == email
    refused(grpc.StatusCode.UNAUTHENTICATED, users.GetCurrentUser, empty_pb2.Empty())
    refused(grpc.StatusCode.UNAUTHENTICATED, items.CreateItem, items_pb2.CreateItemRequest())
    refused(grpc.StatusCode.UNAUTHENTICATED, items.CreateItem, items_pb2.CreateItemRequest(), metadata=[("authorization", "Bearer forged")])

    new = items_pb2.CreateItemRequest(name="Teapot 茶壺", price="24.50", tags=["kitchen"], status=items_pb2.ITEM_STATUS_ACTIVE)
    item = items.CreateItem(new, timeout=30, **signed_in)
    assert (item.name, item.price, item.tags, item.status) == ("Teapot 茶壺", "24.5", ["kitchen"], items_pb2.ITEM_STATUS_ACTIVE)
    assert not item.HasField("description") and item.created_at.seconds > 0
    assert items.GetItem(items_pb2.GetItemRequest(id=item.id), timeout=30) == item
    assert list(items.ListItems(items_pb2.ListItemsRequest(search="teapot", limit=1), timeout=30).items) == [item]
    taken = refused(grpc.StatusCode.ALREADY_EXISTS, items.CreateItem, new, **signed_in)
    assert taken.details() == "An item of that name exists already."

    change = items_pb2.UpdateItemRequest(id=item.id, item=items_pb2.ItemUpdate(description="Holds twelve cups."))
    assert items.UpdateItem(change, timeout=30, **signed_in).description == "Holds twelve cups."
    change = items_pb2.UpdateItemRequest(id=item.id, item=items_pb2.ItemUpdate(), update_mask=field_mask_pb2.FieldMask(paths=["description"]))
    assert not items.UpdateItem(change, timeout=30, **signed_in).HasField("description")

    wrong = items_pb2.UpdateItemRequest(
        id="7",
        item=items_pb2.ItemUpdate(price="0.001", tags=["a", "a"], status=7),
        update_mask=field_mask_pb2.FieldMask(paths=["name", "price", "tags", "status", "colour"]))
    error = refused(grpc.StatusCode.INVALID_ARGUMENT, items.UpdateItem, wrong, **signed_in)
    faults = [fault.field for fault in details_of(error, error_details_pb2.BadRequest).field_violations]
    assert faults == ["update_mask", "id", "item.name", "item.price", "item.tags", "item.status"], faults
    assert error.details() == "6 errors in the request.", error.details()

    items.DeleteItem(items_pb2.DeleteItemRequest(id=item.id), timeout=30, **signed_in)
    refused(grpc.StatusCode.NOT_FOUND, items.GetItem, items_pb2.GetItemRequest(id=item.id))
