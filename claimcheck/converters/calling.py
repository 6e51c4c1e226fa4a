"""Calling somebody's function: its decimal context stays its own, and awaitables are awaited."""

import asyncio
import inspect
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import localcontext
from functools import cache
from itertools import islice
from typing import Any

__all__ = ["awaited", "called"]

_LONGEST = 10_000


def called(function: Callable[..., Any], arguments: tuple[object, ...]) -> Any:  # noqa: ANN401 # anything
    """What a function gives, once it is settled: a coroutine is run, an iterator is read to its end.

    Precision and rounding that the function sets for `decimal` hold for this call only.
    """
    with localcontext():
        result = function(*arguments)
        if inspect.isawaitable(result):
            result = awaited(result)
        return list(islice(result, _LONGEST)) if isinstance(result, Iterator) else result


def awaited(result: Any) -> Any:  # noqa: ANN401 # as above
    """What an awaitable comes to, whether or not a loop is running."""

    async def settle() -> Any:  # noqa: ANN401 # as above
        return await result

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        if threading.current_thread() is threading.main_thread():
            return _runner().run(settle())
        return asyncio.run(settle())  # a loop belongs to one thread
    with ThreadPoolExecutor(1) as pool:  # an async test has a loop running in this thread
        return pool.submit(_run, settle()).result()


def _run(coroutine: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 # as above
    return asyncio.run(coroutine)


@cache
def _runner() -> asyncio.Runner:
    """One loop for all calls of the main thread, as clients keep their connections in one."""
    return asyncio.Runner()
