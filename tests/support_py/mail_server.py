# SPDX-License-Identifier: Apache-2.0
"""A real mail server (aiosmtpd) in a thread of its own. Its port is the system's to give: one that was looked up as free
beforehand may be taken by another program in between."""
import asyncio
import threading

from aiosmtpd.smtp import SMTP


class MailServer:
    """`handler` is aiosmtpd's; its handle_DATA is called in this thread. Use as a context manager."""

    def __init__(self, handler):
        self.handler, self.loop, self.port = handler, asyncio.new_event_loop(), 0

    def __enter__(self):
        up = threading.Event()

        def serve():
            asyncio.set_event_loop(self.loop)
            make = self.loop.create_server(lambda: SMTP(self.handler, enable_SMTPUTF8=True, loop=self.loop), "127.0.0.1", 0)
            self.server = self.loop.run_until_complete(make)
            self.port = self.server.sockets[0].getsockname()[1]
            up.set()
            self.loop.run_forever()
        self.thread = threading.Thread(target=serve, daemon=True)
        self.thread.start()
        if not up.wait(60):
            raise RuntimeError("the mail server did not start")
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.server.close)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
