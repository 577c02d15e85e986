"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.local.call import read_call
from bot.local.chat import LocalChat
from bot.local.faults import Fault
from bot.local.methods import run
from bot.local.refusals import RefusedError

Endpoint = Callable[[Request], Awaitable[Response]]


def bot_api_routes(chat: LocalChat) -> list[Route]:
    """The routes that a bot knows."""
    return [
        Route("/bot{token}/{method}", _method_endpoint(chat), methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", _file_endpoint(chat), methods=["GET"]),
    ]


def _method_endpoint(chat: LocalChat) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        method = request.path_params["method"]
        try:
            _check_token(chat, request)
            call = await read_call(method, chat, request)
            fault = chat.faults.next_for(method.lower())
            return await _failed(fault, call) if fault else _done(await run(call))
        except RefusedError as refusal:
            return _refused(refusal)

    return endpoint


def _file_endpoint(chat: LocalChat) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        try:
            _check_token(chat, request)
        except RefusedError as refusal:
            return _refused(refusal)
        path = chat.files.path(request.path_params["path"])
        if path is None:
            return _refused(RefusedError(404, "Not Found"))
        return FileResponse(path, media_type="application/octet-stream")

    return endpoint


def _check_token(chat: LocalChat, request: Request) -> None:
    if request.path_params["token"] != chat.token:
        raise RefusedError(401, "Unauthorized")


async def _failed(fault: Fault, call: Any) -> Response:
    if fault.kind == "lost":
        await run(call)
    refusal = fault.refusal()
    if refusal:
        raise refusal
    return Response("<html>Bad Gateway</html>", 502) if fault.kind == "502" else BrokenConnection()


def _done(result: Any) -> Response:
    return JSONResponse({"ok": True, "result": result})


def _refused(refusal: RefusedError) -> Response:
    answer = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.retry_after:
        answer["parameters"] = {"retry_after": refusal.retry_after}
        headers["Retry-After"] = str(refusal.retry_after)
    return JSONResponse(answer, refusal.code, headers)


class BrokenConnection(Response):
    """An answer that breaks off: it promises a byte that never comes."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
