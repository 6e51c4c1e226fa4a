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
from typing import Generic, TypeVar

from attrs import define, field

from claimcheck.errors import ClaimcheckError, InternalError
from claimcheck.model import Config
from claimcheck.run.task import Task
from claimcheck.run.work import Work, done

__all__ = ["in_parallel"]

Result = TypeVar("Result")
Answer = TypeVar("Answer")

_AHEAD = 2  # tasks that a worker has at hand, so that it need not wait for the next
_WINDOW = 32  # results for each worker that may wait for an earlier one
_SPAWN = get_context("spawn")  # forking a process that has threads, as a server has, is not safe


def in_parallel(tasks: Sequence[Task], work: Work[Result, Answer], jobs: int) -> Iterator[Result]:
    """The results of the tasks, in their order, by at most `jobs` worker processes.

    Raises:
        InternalError: a worker died before it had anything to do.
    """
    crew = _Crew(deque(enumerate(tasks)), work, jobs)
    try:
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
class _Crew(Generic[Result, Answer]):
    """The workers, the tasks that wait, and the results that wait."""

    waiting: deque[tuple[int, Task]]
    work: Work[Result, Answer]
    jobs: int
    workers: list[_Worker] = field(factory=list)
    done: dict[int, Result] = field(factory=dict)
    _configs: dict[int, bytes] = field(factory=dict)

    def go_on(self, limit: int) -> None:
        """Hand out tasks below the limit, then wait for somebody to finish or die."""
        while self.waiting and self.waiting[0][0] < limit and self._has_room():
            index, task = self.waiting.popleft()
            found = self._at_hand(task)
            if found is None:
                self._hand_out(index, task)
            else:
                self.done[index] = found
        ready = wait([worker.pipe for worker in self.workers if worker.tasks]) if self._is_at_work() else ()
        for worker in [each for each in self.workers if each.pipe in ready]:
            self._take_back(worker)

    def _is_at_work(self) -> bool:
        return any(worker.tasks for worker in self.workers)

    def _has_room(self) -> bool:
        return len(self.workers) < self.jobs or any(len(worker.tasks) < _AHEAD for worker in self.workers)

    def _at_hand(self, task: Task) -> Result | None:
        """The result of what needs no worker: nothing to read, or what only this process can read."""
        if task.error is not None or task.path is None:
            return done(self.work, task)
        return self.work.known(task)

    def _worker(self) -> _Worker:
        """One that has nothing to do: at hand, or hired; or else the one that has the least."""
        idle = min(self.workers, key=lambda worker: len(worker.tasks), default=None)
        if idle is None or (idle.tasks and len(self.workers) < self.jobs):
            return self._hire()
        return idle

    def _hire(self) -> _Worker:
        """One more worker."""
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self.work), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self.workers.append(worker)
        return worker

    def dismiss(self) -> None:
        """End all workers, at whatever they are."""
        for worker in self.workers:
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
            worker.pipe.close()
        self.workers.clear()

    def _hand_out(self, index: int, task: Task) -> None:
        """Give a task to a worker. One that died with nothing at hand is replaced without blame."""
        if id(task.config) not in self._configs:
            self._configs[id(task.config)] = pickle.dumps(task.config)
        worker = self._worker()
        try:
            worker.pipe.send((task.name, task.path, self._configs[id(task.config)]))
        except OSError:
            self.waiting.appendleft((index, task))
            if worker.tasks:  # it may have answered before it died
                self._take_back(worker)
            else:
                self._replace(worker)
            return
        worker.tasks.append((index, task))

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
            self.done[index] = self.work.fail(task, answer)
        else:
            self.done[index] = self.work.end(task, answer)

    def _replace(self, worker: _Worker) -> None:
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        self._hire()

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
        self.done[index] = self.work.fail(
            task,
            InternalError(f"{task.name}: the process that checked it {how}; the other files are checked"),
        )
        self.waiting.extendleft(reversed(worker.tasks))


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _serve(pipe: Connection, work: Work[object, object]) -> None:
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
                pipe.send(work.begin(Task(name, path, configs[packed])))
            except ClaimcheckError as error:
                pipe.send(type(error)(*error.args))  # without what caused it, which may not pickle
