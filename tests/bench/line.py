"""A slow line in front of a server: it takes its time, and counts what goes through."""

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ASKED = re.compile(rb"^(?:GET|POST) (\S+) HTTP/1\.1\r\n", re.MULTILINE)


class Line:
    """So many bits a second down, so many seconds there and back; `asked` and `bytes` may be set back."""

    def __init__(self, port: int, bits: int, seconds: float) -> None:
        self.asked: list[str] = []
        self.bytes = 0
        self.url = ""
        self._port = port
        self._bits = bits
        self._seconds = seconds
        self._room = asyncio.Lock()

    async def open(self) -> asyncio.Server:
        """From now on it takes connections."""
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    async def _connect(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self._seconds)
        far, on = await asyncio.open_connection("127.0.0.1", self._port)
        ways = {asyncio.ensure_future(self._up(near, on)), asyncio.ensure_future(self._down(far, back))}
        _, left = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in left:  # a browser must not go on with a connection that the server has ended
            way.cancel()
        await asyncio.gather(*ways, return_exceptions=True)
        for end in (on, back):
            end.close()

    async def _up(self, near: asyncio.StreamReader, on: asyncio.StreamWriter) -> None:
        while chunk := await near.read(65536):
            self.asked += [path.decode() for path in _ASKED.findall(chunk)]
            await asyncio.sleep(self._seconds)
            on.write(chunk)
            await on.drain()

    async def _down(self, far: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while chunk := await far.read(4096):
            async with self._room:
                await asyncio.sleep(len(chunk) * 8 / self._bits)
            self.bytes += len(chunk)
            back.write(chunk)
            await back.drain()


@contextmanager
def slow_line(port: int, bits: int, seconds: float) -> Iterator[Line]:
    """The line, in a thread of its own, to the server at `port`."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    line = Line(port, bits, seconds)
    server = asyncio.run_coroutine_threadsafe(line.open(), loop).result()
    try:
        yield line
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
