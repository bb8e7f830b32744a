"""Records what other implementations make of fixed gradients, in float64: adaptive.csv, which AdaptiveRecordingsTest replays.

    python adaptive.py > adaptive.csv      (with torch and optax; adaptive.csv names their versions)

A line: name, then what it holds ("gradient" k, or "params" after step k), then five numbers. Gradients are the same for all.
"""

import math
import os

os.environ["JAX_PLATFORMS"] = "cpu"

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import optax
import torch

STEPS = 20
START = [1.0, -2.0, 3.0, 0.5, -0.5]


def gradient(k):
    """Sizes from 1e-3 to 10, changing signs, and a gradient that vanishes now and then."""
    scale = [1.0, 1e-3, 10.0, 0.1, 1.0]
    g = [s * math.sin(1.7 * k + 2.3 * i * i) for i, s in enumerate(scale)]
    if k % 3 == 0:
        g[4] = 0.0
    return g


def line(name, what, k, values):
    print(",".join([name, what, str(k)] + [float(v).hex() for v in values]))


def with_torch(name, make):
    x = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    optimizer = make([x])
    for k in range(1, STEPS + 1):
        x.grad = torch.tensor(gradient(k), dtype=torch.float64)
        optimizer.step()
        line(name, "params", k, x.detach().tolist())


def with_optax(name, transform):
    x = jnp.array(START, dtype=jnp.float64)
    state = transform.init(x)
    for k in range(1, STEPS + 1):
        updates, state = transform.update(jnp.array(gradient(k), dtype=jnp.float64), state, x)
        x = optax.apply_updates(x, updates)
        line(name, "params", k, x.tolist())


print(f"# torch {torch.__version__}, optax {optax.__version__}, jax {jax.__version__}")
for k in range(1, STEPS + 1):
    line("all", "gradient", k, gradient(k))
with_torch("rmsprop", lambda x: torch.optim.RMSprop(x, lr=0.01, alpha=0.99, eps=1e-8, weight_decay=0.05))
with_torch("adagrad", lambda x: torch.optim.Adagrad(x, lr=0.1, eps=1e-10, weight_decay=0.05))
with_torch("nesterov", lambda x: torch.optim.SGD(x, lr=0.01, momentum=0.9, nesterov=True))
with_optax("amsgrad", optax.amsgrad(0.01, b1=0.9, b2=0.99, eps=1e-8))
with_optax("adabelief", optax.adabelief(0.01, b1=0.9, b2=0.99, eps=1e-8, eps_root=1e-8))
with_optax("yogi", optax.chain(
    optax.scale_by_yogi(b1=0.9, b2=0.99, eps=1e-3, initial_accumulator_value=0.0), optax.scale(-0.01)))
