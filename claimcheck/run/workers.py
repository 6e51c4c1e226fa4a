"""Several processes that check, one that reads what they found, in order.

`concurrent.futures` gives up all work when one worker dies and does not say which file killed it; here every
worker has a pipe of its own, so that a death names its file, the worker is replaced and nothing else is lost.
Results wait in order in a window of bounded size: memory does not grow with the number of files.
"""

import pickle
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pickle import UnpicklingError

from attrs import define, field

from claimcheck.errors import ClaimcheckError, InternalError
from claimcheck.model import Config
from claimcheck.run.cache import Cache
from claimcheck.run.one import in_parts, outcome
from claimcheck.run.outcome import Outcome
from claimcheck.run.parts import from_parts
from claimcheck.run.task import Task

__all__ = ["in_parallel"]

_AHEAD = 2  # tasks that a worker has at hand, so that it need not wait for the next
_WINDOW = 32  # results for each worker that may wait for an earlier one
_SPAWN = get_context("spawn")  # forking a process that has threads, as a server has, is not safe


def in_parallel(tasks: Sequence[Task], cache: Cache | None, jobs: int) -> Iterator[Outcome]:
    """The outcomes of the tasks, in their order, by `jobs` worker processes.

    Raises:
        InternalError: a worker died before it had anything to do.
    """
    crew = _Crew(deque(enumerate(tasks)), cache)
    try:
        for _ in range(jobs):
            crew.hire()
        for index in range(len(tasks)):
            while index not in crew.done:
                crew.go_on(index + _WINDOW * jobs)
            yield crew.done.pop(index)
    finally:
        crew.dismiss()


@define(eq=False)
class _Worker:
    """A process, its pipe, and the tasks that it has not finished, the one at hand first."""

    process: BaseProcess
    pipe: Connection
    tasks: deque[tuple[int, Task]] = field(factory=deque)
    started: bool = False


@define
class _Crew:
    """The workers, the tasks that wait, and the outcomes that wait."""

    waiting: deque[tuple[int, Task]]
    cache: Cache | None
    workers: list[_Worker] = field(factory=list)
    done: dict[int, Outcome] = field(factory=dict)
    _configs: dict[int, bytes] = field(factory=dict)

    def hire(self) -> None:
        """Start one more worker."""
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self.cache), daemon=True)
        process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def go_on(self, limit: int) -> None:
        """Hand out tasks below the limit, then wait for somebody to finish or die."""
        for worker in tuple(self.workers):
            while len(worker.tasks) < _AHEAD and self.waiting and self.waiting[0][0] < limit:
                if not self._hand_out(*self.waiting.popleft(), worker):
                    break
        ready = wait([worker.pipe for worker in self.workers if worker.tasks])
        for worker in [each for each in self.workers if each.pipe in ready]:
            self._take_back(worker)

    def dismiss(self) -> None:
        """End all workers, at whatever they are."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()
        self.workers.clear()

    def _hand_out(self, index: int, task: Task, worker: _Worker) -> bool:
        """Whether the worker can take more. One that died with nothing at hand is replaced without blame."""
        if task.error is not None or task.path is None:  # nothing to read, or what only this process can read
            self.done[index] = outcome(task, self.cache)
            return True
        if id(task.config) not in self._configs:
            self._configs[id(task.config)] = pickle.dumps(task.config)
        try:
            worker.pipe.send((task.name, task.path, self._configs[id(task.config)]))
        except OSError:
            self.waiting.appendleft((index, task))
            if not worker.tasks:
                self._replace(worker)
            return False
        worker.tasks.append((index, task))
        return True

    def _take_back(self, worker: _Worker) -> None:
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if answer is None:
            worker.started = True
            return
        index, task = worker.tasks.popleft()
        if isinstance(answer, ClaimcheckError):
            self.done[index] = Outcome(task.name, error=answer)
            return
        document, parts = answer
        try:
            self.done[index] = Outcome(task.name, from_parts(document, task.config, parts))
        except UnpicklingError:  # somebody has been at the cache
            self.done[index] = outcome(task, None)

    def _replace(self, worker: _Worker) -> None:
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        self.hire()

    def _bury(self, worker: _Worker) -> None:
        """The worker died of the task at hand; the others go to somebody else."""
        worker.process.join()
        code = worker.process.exitcode or 0
        how = f"was killed by {_signal(-code)}" if code < 0 else f"ended with exit code {code}"
        if not worker.started and code >= 0:  # a signal may come from outside at any time
            raise InternalError(
                f"a process that should check files {how} as it started; use one job, or, in a script, call "
                'this below `if __name__ == "__main__":`'
            )
        self._replace(worker)
        index, task = worker.tasks.popleft()
        self.done[index] = Outcome(
            task.name,
            error=InternalError(
                f"{task.name}: the process that checked it {how}; the other files are checked"
            ),
        )
        self.waiting.extendleft(reversed(worker.tasks))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _serve(pipe: Connection, cache: Cache | None) -> None:
    """What a worker does until its pipe ends; Ctrl-C is for the process that reads the results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    configs: dict[bytes, Config] = {}
    with suppress(EOFError, OSError):
        pipe.send(None)  # here I am
        while True:
            name, path, packed = pipe.recv()
            if packed not in configs:
                configs[packed] = pickle.loads(packed)  # noqa: S301 # from our own parent
            try:
                pipe.send(in_parts(Task(name, path, configs[packed]), cache))
            except ClaimcheckError as error:
                pipe.send(type(error)(*error.args))  # without what caused it, which may not pickle
