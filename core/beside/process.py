"""The process beside the window as the window has it: started when needed, and anew where it has died."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from core.beside.wire import Answer, Begin, Cancel, Do, GoOn, Order
from core.errors import JiaochouError
from core.messages import message
from core.project.telling import Telling

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LIVES = 2
"""A job under way at the death of so many processes may have killed them, and is given up."""


class BesideError(JiaochouError):
    """What is done beside the window cannot be done: the process cannot be started, or dies of it."""


@dataclass(frozen=True)
class _Running:
    """A process, both ways to it, and of which project it has heard how many changes."""

    process: SpawnProcess
    orders: Connection
    answers: Connection
    receiver: Thread
    heard: dict[str, int]


@dataclass(frozen=True)
class _Sent:
    order: Do
    deaths: int = 0


@dataclass(frozen=True)
class _Died:
    process: SpawnProcess


class ReaderProcess:
    """Takes jobs from any thread. All that is sent, and all that is known of the process, is one thread's."""

    def __init__(self, answered: Callable[[Answer], None], restarted: Callable[[], None]) -> None:
        """`answered` and `restarted` are called on threads of this object."""
        self._answered = answered
        self._restarted = restarted
        self._queue: SimpleQueue[Do | Cancel | Answer | _Died | None] = SimpleQueue()
        self._running: _Running | None = None
        self._sent: dict[int, _Sent] = {}
        self._thread: Thread | None = None

    def do(self, order: Do) -> None:
        """Have a job done."""
        if self._thread is None:
            # A daemon: where the window dies before `stop`, its process must not wait for this.
            self._thread = Thread(target=self._work, name="beside", daemon=True)
            self._thread.start()
        self._queue.put(order)

    def cancel(self, number: int) -> None:
        """Say that nobody waits for a job any more."""
        self._queue.put(Cancel(number))

    def stop(self) -> None:
        """End the process, whatever it is doing. Nothing is answered any more."""
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    @property
    def pid(self) -> int | None:
        """The number of the process that runs, None where none does."""
        running = self._running
        return None if running is None else running.process.pid

    def _work(self) -> None:
        while (item := self._queue.get()) is not None:
            match item:
                case Do():
                    self._begin(_Sent(item))
                case Cancel(number) if number in self._sent:
                    self._send(item)
                case Answer():
                    if self._sent.pop(item.number, None) is not None:
                        self._answered(item)
                case _Died(process) if self._running is not None and self._running.process is process:
                    self._begin_again()
        self._let_go()

    def _begin(self, sent: _Sent) -> None:
        number = sent.order.number
        self._sent[number] = sent
        try:
            self._hear(sent.order.job.telling)
            self._send(replace(sent.order, job=sent.order.job.apart()))
        except JiaochouError as error:
            self._queue.put(Answer(number, error=error))
        except BaseException:  # noqa: BLE001  # told whole, raised where the answer arrives
            self._queue.put(Answer(number, bug=traceback.format_exc()))

    def _begin_again(self) -> None:
        """Start another process in the place of one that has died, for what that has left."""
        self._let_go()
        left, self._sent = self._sent, {}
        for number, sent in left.items():
            if sent.deaths + 1 < LIVES:
                self._begin(replace(sent, deaths=sent.deaths + 1))
            else:
                self._answered(Answer(number, error=BesideError(message("检查用的进程一再意外停下"))))
        if self._sent:
            self._restarted()

    def _hear(self, telling: Telling | None) -> None:
        """Tell the process what it has not heard yet of a project."""
        if telling is None:
            return
        heard = self._started().heard
        if telling.name not in heard:
            heard.clear()
            self._send(Begin(telling.name, tuple(telling.first.items())))
            heard[telling.name] = 0
        if (known := heard[telling.name]) < len(telling.since):
            self._send(GoOn(telling.name, telling.since[known:]))
            heard[telling.name] = len(telling.since)

    def _send(self, order: Order) -> None:
        packed = pickle.dumps(order, pickle.HIGHEST_PROTOCOL)
        try:
            self._started().orders.send_bytes(packed)
        except OSError:
            # It has died; whoever reads its answers knows it too, and what was sent is sent again.
            return

    def _started(self) -> _Running:
        """Return the process, started if there is none. Raises BesideError where it cannot be."""
        if self._running is None:
            # Imported here: the start of the window does not wait for it.
            from multiprocessing import get_context

            from core.beside.serving import serve

            context = get_context("spawn")
            try:
                orders, ours = context.Pipe(duplex=False)
                answers, theirs = context.Pipe(duplex=False)
                process = context.Process(target=serve, args=(orders, theirs), name="beside", daemon=True)
                process.start()
            except OSError as error:
                cause = message("检查用的进程启动不了：{cause}", cause=error.strerror or str(error))
                raise BesideError(cause) from error
            # What the process holds is its own alone: else its death would be seen by nobody.
            orders.close()
            theirs.close()
            receiver = Thread(target=self._receive, args=(process, answers), name="answers", daemon=True)
            receiver.start()
            self._running = _Running(process, ours, answers, receiver, {})
        return self._running

    def _receive(self, process: SpawnProcess, answers: Connection) -> None:
        try:
            while True:
                self._queue.put(pickle.loads(answers.recv_bytes()))  # noqa: S301  # it is ours
        except (EOFError, OSError):
            self._queue.put(_Died(process))

    def _let_go(self) -> None:
        """End the process, if there is one: it keeps nothing, and whoever closes a window does not wait."""
        running, self._running = self._running, None
        if running is not None:
            running.process.kill()
            running.process.join()
            running.receiver.join()
            for end in (running.orders, running.answers, running.process):
                end.close()
