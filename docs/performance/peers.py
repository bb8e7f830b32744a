#!/usr/bin/env python3
"""Times one optimizer step of MoMo's peers: PyTorch, momo-opt and optax, on this machine.

What is timed: one step on a single flat float32 vector of n parameters. The gradient is given (no
backward pass), the loss is the constant 1, and the learning rate is so small that parameters stay
where they are and nothing becomes denormal. Every library runs as it comes.

How: the kernels of one size take turns, round after round. A turn is one step that is not timed
and then at least 10 ms of steps timed singly, whose median is what the turn gives; the figure is
the median of the turns, and "spread" is the distance of their quartiles divided by it. PyTorch
and JAX live in processes of their own, so that the waiting threads of one do not slow the other.
JAX cannot change its thread count once it has started: for each thread count a fresh process is
bound to that many cores. With --with-momo our program is called between these rounds, so that both
see the same state of the machine.

Temporaries are part of how a library comes. glibc's malloc returns large ones to the system and
maps them anew, so that momo-opt and PyTorch's default Adam spend much of their time in page faults:
always at 1e7, and in some processes at 1e6. To see them without, set in the environment
MALLOC_MMAP_THRESHOLD_=4000000000 and MALLOC_TRIM_THRESHOLD_=8000000000. Variables that change how
the libraries run are named in the output.

Before anything is timed, some steps of every method on a small vector, with learning rates that
cap MoMo's step and others that do not, are compared with the formula written out in NumPy.

Bytes counted for each parameter and step:
  copy 8, axpy 12   the ceilings, in place
  SGD-M 20          reads x, g, d; writes x, d: the least that a step must move
  Adam 28           reads x, g, d, v; writes x, d, v: the least that a step must move
  MoMo 32           reads x, g, d for the sums; reads x, g, d and writes x, d for the step
  MoMo-Adam 44      the same with v
The last two are what `momo bench` counts for its own kernels. "ceiling" is the bandwidth of a
kernel divided by that of PyTorch's in-place axpy with the same n and threads, 1 being best.

Memory: about 130 bytes a parameter, 7 GB for 5e7.
Exit codes: 0 done, 1 a method does not follow its formula or a program failed, 2 wrong input.
"""

import argparse
import dataclasses
import gc
import importlib.metadata
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

EXAMPLES = """examples:
  peers.py                                    everything, a million and ten million parameters
  peers.py --sizes 5e7 --threads 1 --packages torch --format json
  peers.py --with-momo ./momo                 and how our program compares
  peers.py --self-test                        checks this script and the methods
"""

# A package as it is called here, and what it needs: distribution and the version this was written with.
VERSIONS = {"numpy": "2.4.6", "torch": "2.13.0", "momo-opt": "0.1.0", "jax": "0.10.2", "optax": "0.2.8"}
NEEDS = {
    "torch": ("torch", "numpy"),
    "momo": ("momo-opt", "torch", "numpy"),
    "optax": ("optax", "jax", "numpy"),
}
LEAST_ROUNDS = 15
TURN_SECONDS = 0.010
# An idle OpenMP thread spins for some milliseconds before it sleeps, and would take a core from the next process.
PAUSE_SECONDS = 0.020
LEARNING_RATE = 1e-12
MOMO_KERNELS = ("momo", "momo-adam", "axpy")
RATIOS = (
    ("momo", "torch-sgd-m"),
    ("momo-adam", "torch-adam-fused"),
    ("optax-momo-adam", "momo-adam"),
    ("momo-opt-momo-adam", "momo-adam"),
)
TUNING = ("MALLOC_", "LD_PRELOAD", "OMP_", "GOMP_", "KMP_", "MKL_", "XLA_", "THP_MEM_ALLOC_ENABLE")
NOTE_CORES = ("optax: a fresh process for each thread count, bound to as many cores as threads,"
              " since JAX cannot change its thread count after its start.")


class WrongInput(Exception):
    """What the user asked for cannot be done; the sentence says what is allowed."""


class Failure(Exception):
    """A method does not follow its formula, or a program that was called failed."""


# --- The formulas, in float64, with the names of docs/MATH.md -----------------------------------


def copy(x, batches, rate):
    for g, _ in batches:
        x = g
    return x


def axpy(x, batches, rate):
    for g, _ in batches:
        x = x + rate * g
    return x


def sgd_m(x, batches, rate, beta=0.9):
    d = 0.0
    for g, _ in batches:
        d = beta * d + g
        x = x - rate * d
    return x


def adam(x, batches, rate, beta=0.9, beta2=0.999, epsilon=1e-8):
    d = v = 0.0
    for k, (g, _) in enumerate(batches, start=1):
        d = beta * d + (1 - beta) * g
        v = beta2 * v + (1 - beta2) * g * g
        x = x - rate / (1 - beta**k) * d / (epsilon + (v / (1 - beta2**k)) ** 0.5)
    return x


def momo(x, batches, rate, beta=0.9):
    d = f_average = gamma = 0.0
    for k, (g, f) in enumerate(batches, start=1):
        a, b = (0, 1) if k == 1 else (beta, 1 - beta)
        d = a * d + b * g
        f_average = a * f_average + b * f
        gamma = a * gamma + b * (g @ x)
        t = max(f_average - gamma + d @ x, 0) / (d @ d)
        x = x - min(rate, t) * d
    return x


def momo_adam(x, batches, rate, beta=0.9, beta2=0.999, epsilon=1e-8):
    d = v = f_average = gamma = 0.0
    for k, (g, f) in enumerate(batches, start=1):
        a, b = beta, 1 - beta
        d = a * d + b * g
        f_average = a * f_average + b * f
        gamma = a * gamma + b * (g @ x)
        v = beta2 * v + (1 - beta2) * g * g
        preconditioner = epsilon + (v / (1 - beta2**k)) ** 0.5
        rho = 1 - beta**k
        t = max(f_average - gamma + d @ x, 0) / (d @ (d / preconditioner))
        x = x - min(rate / rho, t) * d / preconditioner
    return x


@dataclasses.dataclass(frozen=True)
class Kernel:
    name: str
    backend: str
    package: str | None
    """None: a ceiling, timed with whatever else its backend times."""
    bytes: int
    formula: object


KERNELS = (
    Kernel("torch-copy", "torch", None, 8, copy),
    Kernel("torch-axpy", "torch", None, 12, axpy),
    Kernel("torch-sgd-m", "torch", "torch", 20, sgd_m),
    Kernel("torch-sgd-m-fused", "torch", "torch", 20, sgd_m),
    Kernel("torch-adam", "torch", "torch", 28, adam),
    Kernel("torch-adam-fused", "torch", "torch", 28, adam),
    Kernel("momo-opt-momo", "torch", "momo", 32, momo),
    Kernel("momo-opt-momo-adam", "torch", "momo", 44, momo_adam),
    Kernel("optax-momo", "jax", "optax", 32, momo),
    Kernel("optax-momo-adam", "jax", "optax", 44, momo_adam),
)
BY_NAME = {kernel.name: kernel for kernel in KERNELS}


# --- The libraries: each method is given a gradient and a loss, makes a step, shows its parameters ---


class TorchMethod:
    def __init__(self, name, start, rate):
        import torch

        self.parameter = torch.nn.Parameter(torch.tensor(start))
        self._step = torch_step(name, self.parameter, rate)

    @staticmethod
    def batch(gradient, loss):
        import torch

        return torch.tensor(gradient), torch.tensor(loss)

    def give(self, gradient, loss):
        self.parameter.grad, self.loss = gradient, loss

    def step(self):
        self._step(self.loss)

    def values(self):
        return self.parameter.detach().numpy().astype("float64")


def torch_step(name, parameter, rate):
    """A function of the loss that makes one step."""
    import torch

    if name == "torch-copy":
        return lambda loss: parameter.data.copy_(parameter.grad)
    if name == "torch-axpy":
        return lambda loss: parameter.data.add_(parameter.grad, alpha=rate)
    if name.startswith("momo-opt"):
        import momo

        method = (momo.MomoAdam if name.endswith("adam") else momo.Momo)([parameter], lr=rate)
        return lambda loss: method.step(loss=loss)
    fused = {"fused": True} if name.endswith("fused") else {}
    if name.startswith("torch-sgd-m"):
        method = torch.optim.SGD([parameter], lr=rate, momentum=0.9, **fused)
    else:
        method = torch.optim.Adam([parameter], lr=rate, **fused)
    return lambda loss: method.step()


class JaxMethod:
    def __init__(self, name, start, rate):
        import jax.numpy as jnp
        import optax

        method = (optax.contrib.momo_adam if name.endswith("adam") else optax.contrib.momo)(rate)
        self.parameters = jnp.array(start)
        self.state = method.init(self.parameters)
        self._step = jax_step(method)

    @staticmethod
    def batch(gradient, loss):
        import jax.numpy as jnp

        return jnp.array(gradient), jnp.array(loss, dtype=jnp.float32)

    def give(self, gradient, loss):
        self.gradient, self.loss = gradient, loss

    def step(self):
        import jax

        self.parameters, self.state = self._step(self.parameters, self.state, self.gradient, self.loss)
        jax.block_until_ready((self.parameters, self.state))

    def values(self):
        import numpy as np

        return np.asarray(self.parameters, dtype=np.float64)


def jax_step(method):
    """The update, compiled as one; the given buffers are handed over so that XLA may write in place."""
    import jax
    import optax

    def step(parameters, state, gradient, loss):
        change, state = method.update(gradient, state, parameters, value=loss)
        return optax.apply_updates(parameters, change), state

    return jax.jit(step, donate_argnums=(0, 1))


METHODS = {"torch": TorchMethod, "jax": JaxMethod}


# --- The check of a method against its formula ----------------------------------------------------


def small_problem():
    """A start and five batches; 37 parameters, so that vector loops have a rest to do."""
    import numpy as np

    random = np.random.default_rng(1)
    start = random.standard_normal(37).astype(np.float32)
    batches = [(random.standard_normal(37).astype(np.float32), float(random.uniform(20, 30))) for _ in range(5)]
    return start, batches


def complaint(name, rate, got, want, start):
    """A sentence if the parameters are not those of the formula, else None."""
    change = abs(want - start).max()
    error = abs(got - want).max()
    if change > 0 and error <= 1e-4 * change:
        return None
    return (f"{name} with learning rate {rate:g} does not follow its formula: off by {error:.2g},"
            f" where the change is {change:.2g}.")


def check(name, formula):
    """The complaints about one method, at a learning rate that caps MoMo's steps and at one that does not."""
    start, batches = small_problem()
    complaints = []
    for rate in (0.05, 100.0):
        method = METHODS[BY_NAME[name].backend](name, start, rate)
        for gradient, loss in batches:
            method.give(*method.batch(gradient, loss))
            method.step()
        exact = [(gradient.astype("float64"), loss) for gradient, loss in batches]
        want = formula(start.astype("float64"), exact, rate)
        complaints.append(complaint(name, rate, method.values(), want, start))
    return [sentence for sentence in complaints if sentence]


# --- The process in which a library lives ---------------------------------------------------------


class Bench:
    """Answers one request a line; runs in a process of its own."""

    def __init__(self, backend, threads):
        self.backend = backend
        self.methods = {}
        self.repeats = {}
        if backend == "torch":
            import torch

            torch.set_num_threads(threads)

    def check(self, kernels):
        return [sentence for name in kernels for sentence in check(name, BY_NAME[name].formula)]

    def prepare(self, kernels, n):
        import numpy as np

        self.methods.clear()
        method_class = METHODS[self.backend]
        random = np.random.default_rng(2)
        start = random.random(n, dtype=np.float32) + np.float32(0.5)
        batch = method_class.batch(random.random(n, dtype=np.float32) + np.float32(0.5), 1.0)
        for name in kernels:
            self.methods[name] = method_class(name, start, LEARNING_RATE)
            self.methods[name].give(*batch)
            self.repeats[name] = self._warm_up(self.methods[name])

    def _warm_up(self, method):
        """How many steps fill a turn."""
        for _ in range(2):
            method.step()
        return max(1, math.ceil(TURN_SECONDS / min(timed(method.step) for _ in range(3))))

    def turn(self, kernel):
        method = self.methods[kernel]
        method.step()
        return statistics.median([timed(method.step) for _ in range(self.repeats[kernel])])


def timed(step):
    """Seconds of one step."""
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def serve(backend, threads):
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints must not mix with the answers
    if backend == "jax":
        bind_to_cores(threads)
    bench = Bench(backend, threads)
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"answer": getattr(bench, request.pop("do"))(**request)}
        except Exception as error:  # the caller reports it in one sentence
            answer = {"error": f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"}
        print(json.dumps(answer), file=answers, flush=True)


def bind_to_cores(count):
    if count < available_cores():
        os.sched_setaffinity(0, core_order(sorted(os.sched_getaffinity(0)), siblings)[:count])


def core_order(cpus, siblings_of):
    """First one logical processor of every physical core, then the others."""
    first, others, seen = [], [], set()
    for cpu in cpus:
        core = siblings_of(cpu)
        (others if core in seen else first).append(cpu)
        seen.add(core)
    return first + others


def siblings(cpu):
    try:
        return Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list").read_text()
    except OSError:
        return str(cpu)


def can_bind():
    return hasattr(os, "sched_setaffinity")


def available_cores():
    return len(os.sched_getaffinity(0)) if can_bind() else os.cpu_count()


class Worker:
    """The other end of serve."""

    def __init__(self, backend, threads, kernels):
        self.kernels = kernels
        environment = dict(os.environ, JAX_PLATFORMS="cpu")
        self.process = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__), "--serve", backend, str(threads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def ask(self, do, **request):
        try:
            self.process.stdin.write(json.dumps({"do": do, **request}) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # the empty answer below says it
        line = self.process.stdout.readline()
        if not line:
            raise Failure(f"The process of {', '.join(self.kernels)} ended at '{do}' with code {self.process.wait()}.")
        answer = json.loads(line)
        if "error" in answer:
            raise Failure(f"{', '.join(self.kernels)}: '{do}' failed: {answer['error']}")
        return answer["answer"]

    def check(self):
        complaints = self.ask("check", kernels=self.kernels)
        if complaints:
            raise Failure(" ".join(complaints))


# --- Our program ----------------------------------------------------------------------------------


class Momo:
    """Calls `momo bench` and keeps what it says."""

    def __init__(self, launcher, runs):
        self.launcher = launcher
        self.runs = runs

    def call(self, n, threads):
        command = [str(self.launcher), "bench", "--kernels", ",".join(MOMO_KERNELS), "--sizes", str(n),
                   "--threads", str(threads), "--types", "float32", "--format", "json"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        except OSError as error:
            raise Failure(f"'{' '.join(command)}' did not start: {error}.") from error
        if done.returncode != 0:
            said = (done.stderr.strip() or done.stdout.strip() or "nothing was said").splitlines()[-1]
            raise Failure(f"'{' '.join(command)}' ended with code {done.returncode}: {said}")
        return momo_answer(done.stdout, n, threads)


def momo_answer(text, n, threads):
    """Kernel -> its object in the answer of `momo bench`."""
    try:
        rows = json.loads(text)["results"]
        found = {row["kernel"]: row for row in rows
                 if (row["type"], row["n"], row["threads"]) == ("float32", n, threads)}
    except (ValueError, KeyError, TypeError) as error:
        raise Failure(f"The answer of 'momo bench' is not as documented: {error!r}.") from error
    for kernel in MOMO_KERNELS:
        milliseconds = found.get(kernel, {}).get("milliseconds")
        if not isinstance(milliseconds, (int, float)) or not milliseconds > 0:
            raise Failure(f"The answer of 'momo bench' has no time of {kernel} for n = {n} and {threads} threads.")
    return found


# --- From times to rows ---------------------------------------------------------------------------


@dataclasses.dataclass(frozen=True)
class Row:
    kernel: str
    n: int
    threads: int
    milliseconds: float
    gigabytesPerSecond: float | None
    ceilingRatio: float | None
    spread: float | None

    def document(self):
        fields = dataclasses.asdict(self)
        del fields["spread"]
        return {"kernel": fields.pop("kernel"), "type": "float32"} | {k: rounded(v) for k, v in fields.items()}


def rounded(value):
    return float(f"{value:.6g}") if isinstance(value, float) else value


def spread(values):
    if len(values) < 2:
        return None
    low, _, high = statistics.quantiles(values, n=4)
    return (high - low) / statistics.median(values)


def peer_rows(samples, n, threads):
    """samples: kernel -> seconds of its turns."""
    medians = {name: statistics.median(seconds) for name, seconds in samples.items()}
    bandwidths = {name: BY_NAME[name].bytes * n / median for name, median in medians.items()}
    ceiling = bandwidths.get("torch-axpy")
    return [Row(name, n, threads, 1e3 * medians[name], bandwidths[name] / 1e9,
                bandwidths[name] / ceiling if ceiling else None, spread(samples[name]))
            for name in samples]


def momo_rows(answers, n, threads):
    """answers: one of momo_answer for each call; every figure is the median over the calls."""
    def row(kernel):
        def middle(field):
            values = [answer[kernel].get(field) for answer in answers]
            return None if None in values else statistics.median(values)

        times = [answer[kernel]["milliseconds"] for answer in answers]
        return Row(kernel, n, threads, middle("milliseconds"), middle("gigabytesPerSecond"),
                   middle("ceilingRatio"), spread(times))

    return [row(kernel) for kernel in MOMO_KERNELS] if answers else []


def ratios(rows):
    """The quotients of times that RATIOS names, None where one of the two was not timed."""
    times = {(row.kernel, row.n, row.threads): row.milliseconds for row in rows}

    def quotient(above, below, n, threads):
        a, b = times.get((above, n, threads)), times.get((below, n, threads))
        return rounded(a / b) if a and b else None

    places = dict.fromkeys((row.n, row.threads) for row in rows)
    return [{"ratio": f"{above} / {below}", "n": n, "threads": threads, "value": quotient(above, below, n, threads)}
            for n, threads in places for above, below in RATIOS]


# --- The measurement ------------------------------------------------------------------------------


def measure(workers, n, threads, rounds, momo_program):
    for worker in workers:
        worker.ask("prepare", kernels=worker.kernels, n=n)
    samples = {kernel: [] for worker in workers for kernel in worker.kernels}
    answers = []
    calls = momo_after(rounds, momo_program.runs) if momo_program else ()
    for done in range(1, rounds + 1):
        for worker in workers:
            time.sleep(PAUSE_SECONDS)
            for kernel in worker.kernels:
                samples[kernel].append(worker.ask("turn", kernel=kernel))
        if done in calls:
            time.sleep(PAUSE_SECONDS)
            answers.append(momo_program.call(n, threads))
    return peer_rows(samples, n, threads) + momo_rows(answers, n, threads)


def momo_after(rounds, runs):
    """The rounds after which our program is called: the middle of each of as many equal parts."""
    return {math.ceil(rounds * (2 * i + 1) / (2 * runs)) for i in range(runs)}


def measure_all(options, packages, momo_program):
    rows, notes = [], []
    for threads in options.threads:
        with ExitStack() as stack:
            workers = start_workers(packages, threads, stack, notes)
            for n in options.sizes:
                if sys.stderr.isatty():
                    print(f"timing n = {n}, threads = {threads} ...", file=sys.stderr)
                rows += measure(workers, n, threads, options.rounds, momo_program)
    return rows, list(dict.fromkeys(notes))


def start_workers(packages, threads, stack, notes):
    """One worker for each backend, its methods checked."""
    workers = []
    for backend in METHODS:
        kernels = kernels_of(backend, packages)
        if backend == "jax" and kernels:
            bindable = can_bind() or threads == available_cores()
            notes.append(NOTE_CORES if bindable else
                         f"optax left out with {threads} threads: this system cannot bind a process to cores.")
            kernels = kernels if bindable else []
        if kernels:
            workers.append(stack.enter_context(Worker(backend, threads, kernels)))
            workers[-1].check()
    return workers


def kernels_of(backend, packages):
    chosen = [kernel.name for kernel in KERNELS if kernel.backend == backend and kernel.package in packages]
    ceilings = [kernel.name for kernel in KERNELS if kernel.backend == backend and kernel.package is None]
    return ceilings + chosen if chosen else []


# --- Input ----------------------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise WrongInput(f"{message[0].upper()}{message[1:].rstrip('.')}; see --help.")


def parser():
    p = Parser(prog="peers.py", description=__doc__, epilog=EXAMPLES, allow_abbrev=False,
               formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--sizes", default="1e6,1e7", metavar="N,..",
                   help="numbers of parameters (default %(default)s; 5e7 is worth a look)")
    p.add_argument("--threads", metavar="T,..",
                   help="thread counts (default 1,2, or 1 where there is a single core)")
    p.add_argument("--packages", default="torch,momo,optax", metavar="P,..",
                   help="of torch, momo (momo-opt) and optax (default all); one that is not installed is left out,"
                        " with a sentence")
    p.add_argument("--rounds", default=str(LEAST_ROUNDS), metavar="R",
                   help=f"turns of each kernel, {LEAST_ROUNDS} (the default) or more")
    p.add_argument("--format", default="text", metavar="F",
                   help="text (the default), or json: results as those of `momo bench`, ratios, versions, notes")
    p.add_argument("--with-momo", metavar="LAUNCHER",
                   help="the launcher of our program, ./momo; its bench command is called between the rounds of each"
                        " size and thread count")
    p.add_argument("--momo-runs", default="3", metavar="K",
                   help="how often, 1 to the number of rounds (default %(default)s)")
    p.add_argument("--self-test", action="store_true",
                   help="checks the arithmetic of this script and, for what is installed, every method against its"
                        " formula")
    return p


def whole(option, text, low, high):
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (low <= value <= high and value == int(value)):
        raise WrongInput(f"{option}: '{text.strip()}' is not a whole number from {low} to {high}.")
    return int(value)


def whole_list(option, text, high):
    return list(dict.fromkeys(whole(option, part, 1, high) for part in text.split(",")))


def one_of(option, text, allowed):
    if text.strip() not in allowed:
        raise WrongInput(f"{option}: '{text.strip()}' is none of {', '.join(allowed)}.")
    return text.strip()


def parse(arguments):
    options = parser().parse_args(arguments)
    cores = available_cores()
    options.sizes = whole_list("--sizes", options.sizes, 10**9)
    options.threads = whole_list("--threads", options.threads or ("1,2" if cores > 1 else "1"), cores)
    options.packages = [one_of("--packages", part, NEEDS) for part in options.packages.split(",")]
    options.rounds = whole("--rounds", options.rounds, LEAST_ROUNDS, 10**4)
    options.momo_runs = whole("--momo-runs", options.momo_runs, 1, options.rounds)
    options.format = one_of("--format", options.format, ("text", "json"))
    options.with_momo = options.with_momo and launcher(options.with_momo)
    return options


def launcher(text):
    path = Path(text).absolute()
    if not (path.is_file() and os.access(path, os.X_OK)):
        raise WrongInput(f"--with-momo: '{text}' is not a program; the launcher is ./momo in the root of the project.")
    return path


def installed(distribution):
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


def usable(packages, version_of=installed):
    """The packages that can run, and a sentence for each that cannot."""
    notes = []
    for package in packages:
        missing = [f"{name}=={VERSIONS[name]}" for name in NEEDS[package] if version_of(name) is None]
        if missing:
            notes.append(f"{package} left out, not installed: python3 -m pip install {' '.join(missing)}")
    return [p for p in packages if all(version_of(name) for name in NEEDS[p])], notes


# --- Output ---------------------------------------------------------------------------------------


def versions(packages):
    names = dict.fromkeys(name for package in packages for name in NEEDS[package])
    return {"python": platform.python_version()} | {name: installed(name) for name in names}


def machine():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    return {"processor": model, "cores": available_cores(), "system": platform.platform()}


def as_json(rows, quotients, packages, notes):
    return json.dumps({"results": [row.document() for row in rows], "ratios": quotients,
                       "versions": versions(packages), "machine": machine(), "notes": notes},
                      indent=1, allow_nan=False)


def tuning(environment):
    """A sentence about the variables that change how the libraries run, if there are any."""
    found = [f"{name}={value}" for name, value in sorted(environment.items()) if name.startswith(TUNING)]
    return [f"Set in the environment: {' '.join(found)}"] if found else []


def busy(load):
    """A sentence if others were at work when we began; load: the average of the last minute, None if unknown."""
    if load is None or load <= 0.5:
        return []
    return [f"The machine was busy at the start (load average {load:.1f}): times may be too long."]


def load_average():
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def cell(value, form):
    return "-" if value is None else format(value, form)


def as_text(rows, quotients, packages, notes):
    about = machine()
    lines = ["One optimizer step on a flat float32 vector, median of interleaved turns.",
             f"{about['processor']}, {about['cores']} cores, {about['system']}",
             ", ".join(f"{name} {version}" for name, version in versions(packages).items()), "",
             f"{'n':>10} {'threads':>7}  {'kernel':<20} {'ms':>9} {'GB/s':>7} {'ceiling':>7} {'spread':>7}"]
    lines += [f"{row.n:>10} {row.threads:>7}  {row.kernel:<20} {row.milliseconds:>9.4g}"
              f" {cell(row.gigabytesPerSecond, '.1f'):>7} {cell(row.ceilingRatio, '.2f'):>7}"
              f" {cell(row.spread, '.0%'):>7}"
              for row in rows]
    if quotients:
        lines += ["", f"{'n':>10} {'threads':>7}  {'time of / time of':<38} {'ratio':>7}"]
        lines += [f"{q['n']:>10} {q['threads']:>7}  {q['ratio']:<38} {cell(q['value'], '.2f'):>7}" for q in quotients]
    return "\n".join(lines + [""] + notes).rstrip()


# --- Self test ------------------------------------------------------------------------------------


def expect(holds, what):
    if not holds:
        raise Failure(f"Self test: {what}.")


def self_test():
    test_arithmetic()
    test_input()
    test_our_program()
    packages, notes = usable(list(NEEDS))
    if packages:
        test_formulas()
    with ExitStack() as stack:
        workers = start_workers(packages, 1, stack, notes)
        rows = measure(workers, 1000, 1, LEAST_ROUNDS, None)
        checked = [kernel for worker in workers for kernel in worker.kernels]
        expect([row.kernel for row in rows] == checked, "a row for every kernel")
        expect(all(row.milliseconds > 0 for row in rows), "positive times")
    followed = ", ".join(checked) or "none installed"
    print(f"Self test passed; follow their formulas: {followed}.", *notes, sep="\n")


def test_arithmetic():
    rows = peer_rows({"torch-axpy": [0.003, 0.001, 0.002], "torch-sgd-m": [0.004, 0.004, 0.1]}, 10**6, 1)
    expect([row.milliseconds for row in rows] == [2, 4], "medians")
    expect([row.gigabytesPerSecond for row in rows] == [6, 5], "bandwidths")
    expect(rows[0].ceilingRatio == 1 and math.isclose(rows[1].ceilingRatio, 5 / 6), "ratios to the ceiling")
    expect(peer_rows({"torch-sgd-m": [1.0]}, 1, 1)[0].ceilingRatio is None, "no ceiling, no ratio")
    expect(list(rows[0].document()) == ["kernel", "type", "n", "threads", "milliseconds", "gigabytesPerSecond",
                                        "ceilingRatio"], "the form of a row")
    values = {q["ratio"]: q["value"] for q in ratios(rows + [Row("momo", 10**6, 1, 5.0, None, None, None)])}
    expect(values["momo / torch-sgd-m"] == 1.25 and values["momo-adam / torch-adam-fused"] is None, "ratios")
    expect(math.isclose(spread([1.0, 2.0, 3.0]), 1), "spread")
    expect(momo_after(15, 3) == {3, 8, 13} and len(momo_after(15, 15)) == 15, "rounds of our program")
    expect(core_order([0, 1, 2, 3], lambda cpu: cpu // 2) == [0, 2, 1, 3], "physical cores first")


def test_input():
    expect(whole_list("--sizes", "1e3, 20,1000", 10**9) == [1000, 20], "sizes")
    for arguments in (["--sizes", "1.5"], ["--sizes", ""], ["--sizes", "inf"], ["--threads", "0"], ["--rounds", "14"],
                      ["--packages", "keras"], ["--format", "xml"], ["--with-momo", "no-such"], ["--no-such"]):
        try:
            parse(arguments)
        except WrongInput:
            continue
        raise Failure(f"Self test: {' '.join(arguments)} was accepted.")
    kept, notes = usable(["torch", "momo"], {"torch": "1", "numpy": "1"}.get)
    expect(kept == ["torch"] and notes == [
        "momo left out, not installed: python3 -m pip install momo-opt==0.1.0"], "missing packages")
    expect(tuning({"OMP_NUM_THREADS": "1", "HOME": "x"}) == ["Set in the environment: OMP_NUM_THREADS=1"], "tuning")
    expect(busy(None) == busy(0.2) == [] and "2.0" in busy(2.0)[0], "a busy machine is mentioned")
    expect(kernels_of("torch", ["optax"]) == [] and "torch-axpy" in kernels_of("torch", ["momo"]), "ceilings")


def test_our_program():
    times = {"momo": 3.0, "momo-adam": 4.0, "axpy": 1.0}
    document = {"results": [{"kernel": kernel, "type": "float32", "n": 7, "threads": 1, "milliseconds": time,
                             "gigabytesPerSecond": 1.0, "ceilingRatio": None} for kernel, time in times.items()]}
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "momo")
        program.write_text(f"#!{sys.executable}\nprint({json.dumps(document)!r})\n")
        program.chmod(0o755)
        momo_program = Momo(program, 3)
        answers = [momo_program.call(7, 1) for _ in range(2)]
        expect([row.milliseconds for row in momo_rows(answers, 7, 1)] == [3, 4, 1], "rows of our program")
        expect(momo_rows(answers, 7, 1)[0].ceilingRatio is None, "null stays null")
        for answer in ("", "[]", '{"results": [1]}', '{"results": []}'):
            program.write_text(f"#!{sys.executable}\nprint({answer!r})\n")
            try:
                momo_program.call(7, 1)
            except Failure:
                continue
            raise Failure(f"Self test: '{answer}' was taken for an answer of our program.")


def test_formulas():
    """The check must see a wrong formula, and its two learning rates must lie on both sides of MoMo's cap."""
    start, batches = small_problem()
    for formula in (momo, momo_adam):
        at = {rate: formula(start, batches, rate) for rate in (0.05, 0.06, 100.0, 200.0)}
        expect((at[100.0] == at[200.0]).all(), f"{formula.__name__} is not capped at 100")
        expect((at[0.05] != at[0.06]).all(), f"{formula.__name__} is capped at 0.05")
        expect(complaint("x", 1, at[0.05], at[0.06], start), "a difference is seen")
    expect(complaint("x", 1, start, start, start), "a method that does nothing is seen")


# --- Main -----------------------------------------------------------------------------------------


def run(options):
    packages, notes = usable(options.packages)
    if not packages:
        raise WrongInput("Nothing to time: " + "; ".join(notes))
    notes += busy(load_average())
    momo_program = Momo(options.with_momo, options.momo_runs) if options.with_momo else None
    rows, more = measure_all(options, packages, momo_program)
    quotients = ratios(rows) if momo_program else []
    document = as_json if options.format == "json" else as_text
    print(document(rows, quotients, packages, notes + more + tuning(os.environ)))


def main(arguments):
    if arguments[:1] == ["--serve"]:  # this script calls itself so
        serve(arguments[1], int(arguments[2]))
        return 0
    try:
        options = parse(arguments)
        self_test() if options.self_test else run(options)
        return 0
    except (WrongInput, Failure) as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, WrongInput) else 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
