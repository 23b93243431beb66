"""What a child that evaluates other people's text may not do. Linux has all of it; elsewhere only the limits
hold.

The engine has no switch against SERVICE and LOAD, and small queries can exhaust stack or memory, so the
process is fenced instead: no sockets, no programs, bounded memory, and death together with its parent.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import resource
import signal
import struct
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_NO_NEW_PRIVS = 38
PR_SET_SECCOMP = 22
SECCOMP_MODE_FILTER = 2
STACK = 96 << 20  # a deep query needs stack; the room above the stack of a process ends near 128 MiB

# Audit architecture, then the numbers of socket, connect, bind, execve, execveat, ptrace, process_vm_readv
# and process_vm_writev, and io_uring_setup, which could open sockets past a filter.
MACHINES = {
    "x86_64": (0xC000003E, (41, 42, 49, 59, 322, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, (198, 203, 200, 221, 281, 117, 270, 271, 425)),
}
X32_BIT = 0x40000000
RETURN_ALLOW = 0x7FFF0000
RETURN_ERRNO = 0x00050000
LOAD_WORD, JUMP_EQUAL, JUMP_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06


class Filter(ctypes.Structure):
    """`struct sock_fprog`."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def confine(memory: int, file_bytes: int, parent: int) -> None:
    """Fences the calling process for good; called once, right after the fork."""
    if sys.platform == "linux":
        die_with(parent)
    limit(memory, file_bytes)
    forbid_reach()


def die_with(parent: int) -> None:
    """Makes the kernel end this process when its parent ends."""
    libc().prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended in between
        os._exit(1)


def limit(memory: int, file_bytes: int) -> None:
    """Bounds what the process may take beyond what it has now."""
    bound = address_space() + memory + STACK
    for kind, value in (
        (resource.RLIMIT_AS, bound),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_STACK, STACK),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def address_space() -> int:
    """The bytes of address space in use, 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def available() -> bool:
    """Whether this machine can forbid system calls the way `forbid_reach` does."""
    return sys.platform == "linux" and platform.machine() in MACHINES


def forbid_reach() -> None:
    """No sockets and no programs from here on: SERVICE and LOAD fail whatever the query looks like."""
    if not available():
        return
    architecture, calls = MACHINES[platform.machine()]
    deny = RETURN_ERRNO | errno.EACCES
    program = [
        (LOAD_WORD, 0, 0, 4),  # the architecture
        (JUMP_EQUAL, 1, 0, architecture),
        (RETURN, 0, 0, deny),
        (LOAD_WORD, 0, 0, 0),  # the number of the call
        (JUMP_AT_LEAST, len(calls) + 1, 0, X32_BIT),
    ]
    program += [(JUMP_EQUAL, len(calls) - place, 0, call) for place, call in enumerate(calls)]
    program += [(RETURN, 0, 0, RETURN_ALLOW), (RETURN, 0, 0, deny)]
    install(program)


def install(program: list[tuple[int, int, int, int]]) -> None:
    """Hands the filter to the kernel."""
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in program))
    prog = Filter(len(program), ctypes.cast(code, ctypes.c_void_p))
    if libc().prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel refused no_new_privs")
    if libc().prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(prog), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel refused the filter of system calls")


def libc() -> ctypes.CDLL:
    """The C library of this process."""
    return ctypes.CDLL(None, use_errno=True)
