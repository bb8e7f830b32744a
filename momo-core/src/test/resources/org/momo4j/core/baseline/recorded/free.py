"""Records what the authors' packages make of gradients, in float64: free.csv, which the tests of learning-rate-free and schedule-free
methods replay.

    python free.py > free.csv      (with torch, dog-optimizer, dadaptation, prodigyopt, schedulefree; free.csv names their versions)

A line: name, then what it holds ("gradient" k at the parameters before step k, "params" after it, "average" or "point": where the
method is judged then), then k and five numbers. The first three are group w, with weight decay 0.05; the last two are group b, without
decay, and with twice the learning rate where the package knows of such a thing. Gradients are those of a quadratic 1 to 5
away, with noise, so that estimates of a distance have something to find.
"""

import contextlib
import importlib.metadata
import math
import sys

import torch
from dadaptation import DAdaptAdam
from dog import DoG, PolynomialDecayAverager
from prodigyopt import Prodigy
from schedulefree import AdamWScheduleFree, SGDScheduleFree

STEPS = 40
START = [1.0, -2.0, 3.0, 0.5, -0.5]
CURVATURE = [1.0, 0.5, 2.0, 0.1, 1.0]
MINIMISER = [2.0, 3.0, -1.0, 4.0, 0.5]


def gradient(x, k):
    return [a * (xi - b) + 0.3 * math.sin(1.7 * k + 2.3 * i * i)
            for i, (a, xi, b) in enumerate(zip(CURVATURE, x, MINIMISER))]


def line(name, what, k, values):
    print(",".join([name, what, str(k)] + [float(v).hex() for v in values]))


class Flat(torch.nn.Module):
    """All five in one parameter, or in w and b."""

    def __init__(self, split):
        super().__init__()
        start = torch.tensor(START, dtype=torch.float64)
        self.w = torch.nn.Parameter(start[:split].clone())
        self.b = torch.nn.Parameter(start[split:].clone())

    def values(self):
        return self.w.tolist() + self.b.tolist()

    def give(self, g):
        g = torch.tensor(g, dtype=torch.float64)
        n = self.w.numel()
        self.w.grad, self.b.grad = g[:n].clone(), g[n:].clone()


def record(name, model, optimizer, after=lambda k: None):
    for k in range(1, STEPS + 1):
        g = gradient(model.values(), k)
        line(name, "gradient", k, g)
        model.give(g)
        optimizer.step()
        line(name, "params", k, model.values())
        after(k)


def groups(model, **of_b):
    return [{"params": [model.w], "weight_decay": 0.05}, {"params": [model.b], "weight_decay": 0.0, **of_b}]


def dog():
    model = Flat(3)
    average = PolynomialDecayAverager(model, gamma=8.0)

    def after(k):
        average.step()
        line("dog", "average", k, average.averaged_model.values())

    # one group: its groups are independent optimizers
    record("dog", model, DoG(model.parameters(), reps_rel=1e-3, eps=1e-8, weight_decay=0.05), after)


def schedule_free(name, make, rate):
    model = Flat(3)
    optimizer = make(groups(model, lr=2 * rate))
    optimizer.train()

    def after(k):
        optimizer.eval()
        line(name, "point", k, model.values())
        optimizer.train()

    record(name, model, optimizer, after)


packages = ["torch", "dog-optimizer", "dadaptation", "prodigyopt", "schedulefree"]
print("# " + ", ".join(p + " " + importlib.metadata.version(p) for p in packages))
dog()
split = Flat(3)
record("d-adapt-adam", split, DAdaptAdam(groups(split, layer_scale=2.0), betas=(0.9, 0.99), eps=1e-8, d0=1e-6))
split = Flat(3)
with contextlib.redirect_stdout(sys.stderr):  # it prints a remark
    prodigy = Prodigy([{"params": [split.w]}, {"params": [split.b]}], betas=(0.9, 0.99), eps=1e-8, weight_decay=0.05,
                      d0=1e-3, d_coef=0.8)  # of a smaller d0, rounding in p0 - p would leave 10 digits
prodigy.param_groups[1]["weight_decay"] = 0.0
record("prodigy", split, prodigy)
schedule_free("schedule-free-sgd", lambda p: SGDScheduleFree(p, lr=0.1, momentum=0.8, warmup_steps=5, r=0.5), 0.1)
schedule_free("schedule-free-adamw", lambda p: AdamWScheduleFree(p, lr=0.05, betas=(0.8, 0.99), eps=1e-8, warmup_steps=5), 0.05)
