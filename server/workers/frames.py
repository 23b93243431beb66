"""Messages between the processes: a JSON head, a body of bytes, and file descriptors beside them.

Every exchange is one message there and one back, so a reader of the socket never sees the start of a second
message.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import struct
from dataclasses import dataclass, field
from typing import Any

from summitry.graph.errors import LimitExceeded

PREFIX = struct.Struct("!IQ")
CHUNK = 1 << 18
START = 1 << 14  # most messages are no longer
MAX_HEAD = 1 << 24
MAX_FDS = 4
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
FDS = "fds"  # in a head: how many descriptors come with it


@dataclass(frozen=True, slots=True)
class Message:
    """What one process told another."""

    head: dict[str, Any]
    body: bytes = b""
    fds: tuple[int, ...] = field(default=())


class Gone(ConnectionError):
    """The process at the other end has ended."""


def send(sock: socket.socket, head: dict[str, Any], body: bytes = b"", fds: tuple[int, ...] = ()) -> None:
    """Sends one message; the descriptors stay open here."""
    if fds:
        head = head | {FDS: len(fds)}
    text = ENCODER.encode(head).encode("utf-8", "surrogatepass")
    data = PREFIX.pack(len(text), len(body)) + text
    if len(body) <= CHUNK:
        data += body
    try:
        sent = socket.send_fds(sock, [data], list(fds))
        if sent < len(data):
            sock.sendall(memoryview(data)[sent:])
        if len(body) > CHUNK:
            sock.sendall(body)
    except (BrokenPipeError, ConnectionResetError) as error:
        raise Gone(str(error)) from None


def receive(sock: socket.socket) -> Message:
    """The next message; TimeoutError where the socket has a time-out, Gone where the other end closed."""
    data, fds = read_start(sock)
    try:
        head_size, body_size = PREFIX.unpack_from(data)
        if head_size > MAX_HEAD:
            raise Gone("the other end sent a head without end")
        start = PREFIX.size + head_size
        buffer = bytearray(data)
        fill(sock, buffer, start + body_size)
        head = json.loads(bytes(buffer[PREFIX.size : start]).decode("utf-8", "surrogatepass"))
        if head.pop(FDS, 0) != len(fds):  # the system drops them silently where a process may open no more
            raise LimitExceeded("this server has too many files open; try again in a few seconds")
        return Message(head, bytes(memoryview(buffer)[start:]), fds)
    except BaseException:
        close(fds)
        raise


def read_start(sock: socket.socket) -> tuple[bytes, tuple[int, ...]]:
    """At least the prefix of a message, and the descriptors that came with it."""
    try:
        data, fds, _, _ = socket.recv_fds(sock, START, MAX_FDS)
        while data and len(data) < PREFIX.size:
            more = sock.recv(START)
            data = data + more if more else b""
    except ConnectionResetError:
        data, fds = b"", []
    if not data:
        close(tuple(fds))
        raise Gone("the other end has closed")
    return data, tuple(fds)


def fill(sock: socket.socket, buffer: bytearray, size: int) -> None:
    """Reads until the buffer holds the whole message."""
    have = len(buffer)
    if have < size:
        buffer.extend(bytes(size - have))
    view = memoryview(buffer)
    while have < size:
        try:
            got = sock.recv_into(view[have:])
        except ConnectionResetError:
            got = 0
        if not got:
            raise Gone("the other end closed within a message")
        have += got


def close(fds: tuple[int, ...]) -> None:
    """Closes descriptors that came with a message."""
    for fd in fds:
        with contextlib.suppress(OSError):
            os.close(fd)
