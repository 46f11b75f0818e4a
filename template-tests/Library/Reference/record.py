"""record.py BASE_URL: puts the requests of answers.jsonl, from the first to the last, to a FastAPI application, and keeps what it answers;
and in names.json, what its document calls operations and schemas.

A line is a request with its name; a new one needs no answer yet. `{id}` stands for the id of the item that was made last.
"""
import http.client
import json
import pathlib
import re
import sys
import urllib.parse

FILE = pathlib.Path(__file__).with_name("answers.jsonl")
NAMES = FILE.with_name("names.json")
KEPT = ("content-type", "www-authenticate", "allow", "location", "x-error")


def ask(host: str, request: dict, made: str) -> dict:
    connection = http.client.HTTPConnection(host, timeout=10)
    body = request["body"].encode() if "body" in request else None
    connection.request(request["method"], request["path"].replace("{id}", made), body, request.get("headers", {}))
    answer = connection.getresponse()
    text = answer.read().decode()
    headers = {name.lower(): value.replace(f"http://{host}", "") for name, value in answer.getheaders() if name.lower() in KEPT}
    is_json = headers.get("content-type") == "application/json"
    return {"status": answer.status, "headers": headers, "body": json.loads(text) if is_json and text else text}


def names(document: dict) -> dict:
    operations = {f"{method.upper()} {path}": operation["operationId"] for path, methods in document["paths"].items() for method, operation in methods.items()}
    return {"operations": operations, "schemas": sorted(document["components"]["schemas"])}


def main() -> None:
    host, made, lines = urllib.parse.urlsplit(sys.argv[1]).netloc, "", []
    for request in map(json.loads, FILE.read_text("utf-8").splitlines()):
        request["answer"] = answer = ask(host, request, made)
        if request["method"] == "POST" and answer["status"] == 201 and request["path"] == "/items":
            made = answer["body"]["id"]
        lines.append(json.dumps(request, ensure_ascii=False))
    document = ask(host, {"method": "GET", "path": "/openapi.json"}, made)["body"]
    NAMES.write_text(json.dumps(names(document), indent=2) + "\n", "utf-8")
    FILE.write_text(re.sub('"id": "[^"]+"', '"id": "…"', "\n".join(lines)) + "\n", "utf-8")


main()
