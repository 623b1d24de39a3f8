"""The process beside the window: it does jobs until nobody is there to order any."""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from multiprocessing.connection import Connection
from threading import Lock
from time import sleep
from typing import NoReturn

from core.beside.reader import Reader
from core.beside.wire import Answer, Begin, Cancel, Do, GoOn, Order
from core.detectors.detector import all_detectors
from core.errors import JiaochouError

STANDING = 0.01
"""How often a job that stands still looks whether it may go on (seconds)."""


def serve(orders: Connection, answers: Connection) -> NoReturn:
    """Do what is ordered until the other end of `orders` is closed.

    Then whoever ordered has ended, however he did, and what is under way is of no use to anybody.
    """
    # Ctrl+C in a terminal means the window, which says what is to be done here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = _Server(answers)
    try:
        while True:
            order: Order = pickle.loads(orders.recv_bytes())  # noqa: S301  # whoever orders has started us
            server.take(order)
    except (EOFError, OSError):
        os._exit(0)
    except BaseException:  # noqa: BLE001  # told at the terminal; whoever ordered sees that this has ended
        traceback.print_exc()
        os._exit(1)


class _Server:
    """Does two jobs at a time."""

    def __init__(self, answers: Connection) -> None:
        self._answers = answers
        self._reader = Reader(cache(all_detectors))
        self._pool = ThreadPoolExecutor(max_workers=2)
        self._lock, self._sending = Lock(), Lock()
        self._cancelled: set[int] = set()
        self._urgent = 0

    def take(self, order: Order) -> None:
        """Take an order; a job is done on another thread."""
        match order:
            case Do():
                with self._lock:
                    self._urgent += not order.patient
                self._pool.submit(self._do, order)
            case Cancel(number):
                self._cancelled.add(number)
            case Begin(name, pages):
                self._reader.hearing.begin(name, pages)
            case GoOn(name, changes):
                self._reader.hearing.go_on(name, changes)

    def _do(self, order: Do) -> None:
        try:
            is_wanted = partial(self._is_wanted, order)
            answer = Answer(order.number, order.job.run(self._reader, is_wanted) if is_wanted() else None)
            packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        except JiaochouError as error:
            packed = pickle.dumps(Answer(order.number, error=error))
        except BaseException:  # noqa: BLE001  # told whole, raised where the answer arrives
            packed = pickle.dumps(Answer(order.number, bug=traceback.format_exc()))
        with self._lock:
            self._urgent -= not order.patient
            self._cancelled.discard(order.number)
        with self._sending, suppress(OSError):
            # Where nobody reads any more, whoever takes orders knows it as well.
            self._answers.send_bytes(packed)

    def _is_wanted(self, order: Do) -> bool:
        while order.patient and self._urgent and order.number not in self._cancelled:
            sleep(STANDING)
        return order.number not in self._cancelled
